// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/credit.h"
#include "services/core/id.h"
#include "services/store/session.h"
#include <unordered_map>

namespace tenantry::billing {

/// A line of an invoice or credit note.
struct LineRef {
  InvoiceId document;
  int lineNo = 0;
  [[nodiscard]] QString toString() const;
};

/// What is billed of one item of a subscription, and may be credited.
struct BilledLine {
  LineRef ref;
  DayRange span; ///< the days that are still billed with it
  DraftLine draft;
  CreditedLine state;
  /// Not an add-on, which can be had beside a period that was billed elsewhere.
  [[nodiscard]] bool isOfPlan() const {
    return draft.item == QLatin1StringView("plan") || draft.item == QLatin1StringView("seat");
  }
};

/// A line of usage that was billed of a part, and may be credited.
struct BilledUsage {
  Instant part{};       ///< where that begins
  BilledLine line;      ///< its `draft.metric` says of what
  std::int64_t due = 0; ///< of its invoice, where that is open
};

/// How a credit note meets open invoices: what it lowers of each, the rest goes to the balance.
struct CreditSplit {
  std::vector<std::pair<InvoiceId, std::int64_t>> reduces; ///< the oldest first
  std::int64_t toBalance = 0;
  [[nodiscard]] std::int64_t reducesDue() const;
};

/// What was billed of one subscription from a day on.
struct BilledBook {
  std::vector<BilledLine> lines;
  std::vector<std::pair<InvoiceId, std::int64_t>> open; ///< what is due of them, the oldest first
  bool elsewhere = false; ///< imported: what runs was billed by the system before
};

/// Error of the database only. `rates`: of the business, to guess that
/// of an invoice of elsewhere.
[[nodiscard]] Result<BilledBook> loadBilledBook(store::Session &session,
                                                const OrganizationId &organization,
                                                const SubscriptionId &subscription, LocalDay from,
                                                const std::vector<business::TaxRate> &rates);

/// What is billed on one invoice, but its discounts and taxes.
[[nodiscard]] Result<std::vector<BilledLine>>
loadBilledLines(store::Session &session, const OrganizationId &organization,
                const InvoiceId &invoice, const std::vector<business::TaxRate> &rates);

/// Metrics in parts, the same place in all.
struct AskedUsage {
  std::vector<OrganizationId> organizations;
  std::vector<QString> metrics;
  std::vector<Instant> parts;
};
using BilledUsages = std::unordered_map<OrganizationId, std::vector<BilledUsage>>;

/// Every line that charges that metric in that part, of each organization the oldest invoice first.
[[nodiscard]] Result<BilledUsages> loadBilledUsage(store::Session &session, const AskedUsage &asked,
                                                   const std::vector<business::TaxRate> &rates);

/// What each document takes back of those invoices (by document, ≥ 0) lowers what is open of them,
/// at most `amount` in all.
[[nodiscard]] CreditSplit splitOverInvoices(std::int64_t amount,
                                            const std::map<InvoiceId, std::int64_t> &taken,
                                            const BilledBook &book);

} // namespace tenantry::billing
