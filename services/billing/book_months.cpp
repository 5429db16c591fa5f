// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/book_months.h"

#include "services/billing/months.h"

namespace tenantry::billing {

Result<std::vector<BookMonth>> bookMonths(store::Session &session,
                                          business::AppliedBusiness &business) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(found, session.database.one<std::optional<LocalDay>>("ledger_first_day"));
  TENANTRY_TRY(closed, closedThrough(session));
  std::vector<BookMonth> months;
  const auto first = std::get<0>(*found);
  if (!first)
    return months;
  const auto running = monthOf(applied->zone().dayOf(session.clock.now()));
  for (auto month = std::max(running, monthOf(*first)); month >= monthOf(*first);
       month -= std::chrono::months(1))
    months.push_back({month, closed && firstDayOf(month) <= *closed, month >= running});
  return months;
}

Result<std::vector<AccountFigures>> monthFigures(store::Session &session,
                                                 std::chrono::year_month month) {
  TENANTRY_TRY(rows, session.database.query(
                         "ledger_month", {{"from", firstDayOf(month)},
                                          {"until", firstDayOf(month + std::chrono::months(1))}}));
  std::vector<AccountFigures> figures;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(1)));
    figures.push_back({row.get<QString>(0), currency, row.get<std::int64_t>(2),
                       row.get<std::int64_t>(3), row.get<std::int64_t>(4),
                       row.get<std::int64_t>(5)});
  }
  return figures;
}

} // namespace tenantry::billing
