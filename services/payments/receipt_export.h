// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

namespace tenantry::payments {

/// Money that came in, by the books; below zero where it was taken back: an assignment that was
/// undone, a charge that was lost. What was given back with a credit note is none.
struct Receipt {
  LocalDay day{};
  QString cause;     ///< payment.received, .imported or .reversed, finding.lost or .won
  QString source;    ///< attempt (a provider charged it), transfer or imported
  QString reference; ///< what the bank or the provider calls it
  OrganizationId organization;
  QString organizationName;
  QString invoices; ///< the numbers of those that it paid; empty: none
  Money amount;
  Money toBalance; ///< of that, what paid none of them
};

/// Those of these days of the books in their order, page by page, to `take`: each customer's entry
/// of cash by a payment is one. False: it was told to stop.
[[nodiscard]] Result<bool> readReceipts(store::Session &session, const DayRange &days,
                                        const std::function<void(const Receipt &)> &take,
                                        const billing::BookProgress &goOn = billing::untilTheEnd());

/// The same as a CSV file: how many, or -1 where it was told to stop.
[[nodiscard]] Result<std::int64_t>
exportReceipts(store::Session &session, const DayRange &days, const QString &path,
               const billing::BookProgress &goOn = billing::untilTheEnd());

} // namespace tenantry::payments
