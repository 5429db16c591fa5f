// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/approvals.h"
#include "services/billing/credit_notes.h"
#include "services/billing/finding.h"
#include "services/billing/holds.h"
#include "services/billing/issue_again.h"
#include "services/billing/values.h"
#include "services/core/zone.h"
#include "services/payments/invoice_money.h"

namespace tenantry::models {

/// A recurring invoice of the same customer, in the same currency.
struct PastInvoice {
  LocalDay issuedOn{};
  std::int64_t total = 0; ///< minor units
  QString number{};       ///< empty: it is not issued yet
};

/// An invoice with its lines, stored or only previewed, or a credit note.
struct InvoiceSheet {
  billing::Invoice invoice;
  QString organizationName;
  QString planName;
  std::vector<billing::StoredLine> lines;        ///< of a preview numbered as they would be
  std::map<QString, int> decimals;               ///< of the metrics in it
  std::map<QString, business::Text> metricNames; ///< likewise, as the business calls them
  std::vector<PastInvoice> history;              ///< the last before this one, oldest first
  billing::Finding finding;                      ///< beside the one before it
  Zone zone;                                     ///< of the organization
  LocalDay today{};                              ///< there, when it was read: what is overdue
  Instant readAt{};
  bool isPreview = false;
  std::vector<billing::Hold> holds{};         ///< what keeps the draft from being finalized
  bool needsApproval = false;                 ///< the draft waits for four eyes
  std::vector<billing::Approval> approvals{}; ///< who has approved it
  std::vector<billing::CreditNote> credits{}; ///< what took something of it back, oldest first
  payments::InvoiceMoney money{};             ///< what paid it, and what was given back
  billing::AgainLinks again{};                ///< the one in its place, or whose place it has
  /// It is a credit note: the amounts above are what it takes back, positive as on its paper.
  std::optional<billing::CreditNote> note{};
  std::vector<billing::LoweredInvoice> lowered{}; ///< by it

  /// What all credit notes together took back of it.
  [[nodiscard]] std::int64_t creditedInAll() const {
    std::int64_t sum = 0;
    for (const auto &one : credits)
      sum += one.total;
    return sum;
  }
};

/// A credit by hand, as the credit note that it would be.
struct CreditPicture {
  InvoiceSheet note;
  QString seen;
  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const { return seen; }
};

/// A void invoice as it would be issued again.
struct AgainPicture {
  InvoiceSheet sheet;
  std::int64_t balanceUsed = 0;
  bool staysDraft = false;
  QString seen;
  /// Changes with all that a person sees of it.
  [[nodiscard]] QString digest() const { return seen; }
};

} // namespace tenantry::models
