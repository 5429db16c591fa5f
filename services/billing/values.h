// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/document_customer.h"
#include "services/core/id.h"
#include "services/core/json.h"
#include "services/core/money.h"
#include "services/core/period.h"
#include <optional>
#include <vector>

namespace tenantry::billing {

/// Which invoice, drafts too.
struct InvoiceKey {
  OrganizationId organization;
  InvoiceId invoice;
};

enum class InvoiceStatus { Draft, Open, Paid, Void, Uncollectible };
[[nodiscard]] QString toString(InvoiceStatus status);
[[nodiscard]] Result<InvoiceStatus>
parseInvoiceStatus(QStringView text); ///< error `invoice.status_unknown`

enum class InvoiceKind { Recurring, Change, OneOff, Imported };
[[nodiscard]] QString toString(InvoiceKind kind);
[[nodiscard]] Result<InvoiceKind>
parseInvoiceKind(QStringView text); ///< error `invoice.kind_unknown`

/// An invoice as it stands; amounts in minor units of its currency. What lowers the amount due
/// never changes the total.
struct Invoice {
  OrganizationId organization;
  InvoiceId id;
  QString number; ///< empty while draft
  InvoiceKind kind = InvoiceKind::Recurring;
  InvoiceStatus status = InvoiceStatus::Draft;
  std::optional<SubscriptionId> subscription;
  std::optional<int> periodIndex; ///< of the boundary it was issued for
  Currency currency;
  std::int64_t net = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t paid = 0;
  std::int64_t balanceApplied = 0;
  std::int64_t credited = 0;
  std::int64_t writtenOff = 0;
  bool reverseCharge = false;
  DocumentCustomer customer; ///< as at finalization
  std::optional<LocalDay> issuedOn;
  std::optional<LocalDay> dueOn;
  std::optional<Instant> dueAt;
  Instant createdAt{};
  std::optional<Instant> finalizedAt;
  std::optional<Instant> paidAt;

  /// Nothing of a void one: it keeps what it came to, and nobody owes it.
  [[nodiscard]] std::int64_t amountDue() const {
    if (status == InvoiceStatus::Void)
      return 0;
    return total - paid - balanceApplied - credited - writtenOff;
  }
};

/// A line as it is stored. `quantity` and `unit` are exact decimals as text.
struct StoredLine {
  int lineNo = 0;
  QString kind; ///< plan, seat, addon, proration_credit, proration_charge, usage, one_off,
                ///< discount, tax
  QString item; ///< plan id, metric id, coupon id, or tax country
  QString metric;
  QString quantity;
  QString unit;
  std::int64_t amount = 0;
  std::int64_t discountShare = 0;
  std::int64_t taxShare = 0;
  std::optional<LocalDay> fromDay;
  std::optional<LocalDay> toDay;
  std::optional<Instant> partFrom; ///< usage: the part whose events it bills
  nlohmann::json detail;           ///< how the amount came about
};

} // namespace tenantry::billing
