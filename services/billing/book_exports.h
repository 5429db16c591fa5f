// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

/// The books as CSV files. A file that stood there stays until the new one is whole; each gives how
/// many rows it wrote, or -1 where it was told to stop: then nothing is written.
namespace tenantry::billing {

/// Every entry of these days.
[[nodiscard]] Result<std::int64_t> exportJournal(store::Session &session, const DayRange &days,
                                                 const QString &path,
                                                 const BookProgress &goOn = untilTheEnd());
/// Every invoice of which something is owed: now, or at the end of that day by the books.
[[nodiscard]] Result<std::int64_t> exportOpenItems(store::Session &session,
                                                   std::optional<LocalDay> asOf,
                                                   const QString &path,
                                                   const BookProgress &goOn = untilTheEnd());
/// What is owed to each customer: now, or at the end of that day by the books.
[[nodiscard]] Result<std::int64_t> exportCustomerBalances(store::Session &session,
                                                          std::optional<LocalDay> asOf,
                                                          const QString &path,
                                                          const BookProgress &goOn = untilTheEnd());
/// What of each line of a document is revenue of the month, was before, and is still to come.
[[nodiscard]] Result<std::int64_t> exportRevenue(store::Session &session,
                                                 business::AppliedBusiness &business,
                                                 std::chrono::year_month month, const QString &path,
                                                 const BookProgress &goOn = untilTheEnd());
/// What each document of these days came to by each rate of tax.
[[nodiscard]] Result<std::int64_t> exportTax(store::Session &session, const DayRange &days,
                                             const QString &path,
                                             const BookProgress &goOn = untilTheEnd());
/// What will become revenue, month by month.
[[nodiscard]] Result<std::int64_t> exportSchedule(store::Session &session,
                                                  business::AppliedBusiness &business,
                                                  const QString &path,
                                                  const BookProgress &goOn = untilTheEnd());

} // namespace tenantry::billing
