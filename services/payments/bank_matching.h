// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/payments/bank_entry.h"
#include "services/payments/transfers.h"

namespace tenantry::payments {

/// By what an entry names an invoice, the surest first. An amount alone names none.
enum class MatchRule { StructuredReference, Number, EndToEnd, ByHand };
[[nodiscard]] QString toString(MatchRule rule);

/// An invoice that an entry names.
struct NamedInvoice {
  OrganizationId organization;
  InvoiceId invoice;
  QString number;
  QString organizationName;
  billing::InvoiceStatus status = billing::InvoiceStatus::Open;
  Money due; ///< or written off: what a payment would go to
  MatchRule rule = MatchRule::Number;
};

/// What is to become of an entry: paid to these, or it waits for a person.
struct MatchPlan {
  struct Part {
    NamedInvoice invoice;
    std::int64_t amount = 0;
  };
  std::vector<Part> parts; ///< they sum to the entry's amount; none: it waits
  QString waits; ///< why it waits: money_out, reversal, unnamed, ambiguous, settled, currency
};

/// One invoice that is open, or was written off, gets all of it, whether it is less, the same or
/// more than is due. Several of one organization get what is due of each, if that is the amount to
/// the cent. What names none, or only what is paid or void, waits.
[[nodiscard]] MatchPlan planMatch(const BankEntry &entry, const std::vector<NamedInvoice> &named);

/// Rows of the queries that look for them.
[[nodiscard]] Result<std::vector<NamedInvoice>> readNamedInvoices(const store::Rows &rows,
                                                                  MatchRule rule);

/// The invoices that an entry names, by the surest rule that finds any.
[[nodiscard]] Result<std::vector<NamedInvoice>>
namedBy(store::Session &session, const QString &numberFormat, const BankEntry &entry);

} // namespace tenantry::payments
