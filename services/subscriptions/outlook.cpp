// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/outlook.h"

namespace tenantry::subscriptions {

namespace {

using Kind = MrrMovementKind;
LocalDay monthsBefore(LocalDay month, int months) {
  const std::chrono::year_month_day date(month);
  return LocalDay(date - std::chrono::months(months));
}

Result<Kind> kindOf(const QString &word) {
  for (const auto kind :
       {Kind::New, Kind::Expansion, Kind::Contraction, Kind::Churn, Kind::Reactivation})
    if (toString(kind) == word)
      return kind;
  throw ProgrammingError("a movement of MRR that the database knows and the program does not");
}

} // namespace

LocalDay firstOfMonth(LocalDay day) {
  const std::chrono::year_month_day date(day);
  return LocalDay(date.year() / date.month() / 1);
}

std::vector<MrrMonth> mrrMonths(const std::map<LocalDay, std::map<Kind, std::int64_t>> &movements,
                                LocalDay today, int months) {
  const LocalDay last = firstOfMonth(today), first = monthsBefore(last, months - 1);
  const auto sum = [](const std::map<Kind, std::int64_t> &kinds, std::int64_t level) {
    for (const auto &[kind, delta] : kinds)
      level = checkedAdd(level, delta);
    return level;
  };
  std::int64_t level = 0;
  for (auto month = movements.begin(); month != movements.lower_bound(first); ++month)
    level = sum(month->second, level);
  std::vector<MrrMonth> all;
  for (LocalDay month = first; month <= last; month = monthsBefore(month, -1)) {
    MrrMonth one{month, level, {}, level};
    if (const auto found = movements.find(month); found != movements.end())
      one.movements = found->second;
    level = one.closing = sum(one.movements, level);
    all.push_back(std::move(one));
  }
  return all;
}

Result<MrrMovements> mrrMovements(store::Session &session, std::optional<LocalDay> from,
                                  LocalDay to) {
  // No business was run before the calendar that it counts in.
  const LocalDay first = from.value_or(LocalDay(std::chrono::year(1900) / 1 / 1));
  TENANTRY_TRY(rows, session.database.query("mrr_by_month",
                                            {{"from", first}, {"day", to + std::chrono::days(1)}}));
  MrrMovements movements;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    TENANTRY_TRY(kind, kindOf(row.get<QString>(2)));
    movements[currency][row.get<LocalDay>(1)][kind] = row.get<std::int64_t>(3);
  }
  return movements;
}

Result<std::int64_t> dueUntil(store::Session &session, Instant until) {
  TENANTRY_TRY(counted,
               session.database.one<std::int64_t>(
                   "subscriptions_due_counted",
                   {{"until", until}, {"now", session.clock.now()}, {"most", mostCounted + 1}}));
  return std::get<0>(counted.value());
}

} // namespace tenantry::subscriptions
