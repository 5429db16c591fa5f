// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/reopening.h"

#include "services/billing/books.h"
#include "services/core/seen_rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

QString Reopening::digest() const {
  const auto first = months.empty() ? QString() : toIso(firstDayOf(months.front()));
  return pictureDigest(
      u"%1-%2-%3-%4"_s.arg(first, toIso(through), toIso(before)).arg(entries).toUtf8());
}

Result<Reopening> previewReopening(store::Session &session, std::chrono::year_month month) {
  TENANTRY_TRY(closed, closedThrough(session));
  if (!closed || *closed < firstDayOf(month))
    return fail(u"ledger.not_closed"_s,
                u"%1 is not closed."_s.arg(toIso(firstDayOf(month)).left(7)));
  TENANTRY_TRY(rows, session.database.query("ledger_reopened",
                                            {{"first_day", firstDayOf(month)},
                                             {"end_day", *closed + std::chrono::days(1)}}));
  Reopening reopening{.months = {},
                      .through = firstDayOf(month) - std::chrono::days(1),
                      .before = *closed,
                      .entries = rows[0].get<std::int64_t>(1)};
  // Before anything was booked there are no months to speak of.
  const auto booked = monthOf(rows[0].get<std::optional<LocalDay>>(0).value_or(firstDayOf(month)));
  for (auto one = std::max(month, booked); one <= monthOf(*closed); one += std::chrono::months(1))
    reopening.months.push_back(one);
  if (reopening.months.empty())
    reopening.months.push_back(month);
  return reopening;
}

} // namespace tenantry::billing
