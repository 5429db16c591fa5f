// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/receivables.h"

namespace tenantry::billing {

Result<std::vector<Receivable>> receivablesByAge(store::Session &session) {
  const Instant now = session.clock.now();
  const auto since = [&](DueAge age) { return dueBounds(age, now).since; };
  TENANTRY_TRY(
      rows, session.database.query("receivables_by_age", {{"now", now},
                                                          {"month", since(DueAge::Month)},
                                                          {"two", since(DueAge::TwoMonths)},
                                                          {"three", since(DueAge::ThreeMonths)}}));
  std::vector<Receivable> receivables;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    receivables.push_back(
        {currency, DueAge(row.get<int>(1)), row.get<std::int64_t>(2), row.get<std::int64_t>(3)});
  }
  return receivables;
}

} // namespace tenantry::billing
