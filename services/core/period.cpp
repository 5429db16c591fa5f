// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/period.h"

using namespace Qt::StringLiterals;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

namespace tenantry {

int monthsOf(Interval interval) { return interval == Interval::Month ? 1 : 12; }

QString toString(Interval interval) { return interval == Interval::Month ? u"month"_s : u"year"_s; }

Result<Interval> parseInterval(QStringView text) {
  if (text == u"month")
    return Interval::Month;
  if (text == u"year")
    return Interval::Year;
  return fail(u"interval.unknown"_s,
              u"“%1” is not a billing interval: write month or year."_s.arg(text));
}

LocalDay anchoredBoundary(LocalDay anchor, int months, int k) {
  const year_month_day start{anchor};
  const auto month = start.year() / start.month() + std::chrono::months{months * k};
  const auto last =
      year_month_day_last{month.year(), std::chrono::month_day_last{month.month()}}.day();
  return LocalDay(year_month_day{month.year(), month.month(), std::min(start.day(), last)});
}

int anchoredIndex(LocalDay anchor, int months, LocalDay day) {
  if (months <= 0)
    throw ProgrammingError("anchoredIndex: an interval has at least one month");
  const year_month_day from{anchor};
  const year_month_day to{day};
  const auto between = (to.year() / to.month() - from.year() / from.month()).count();
  // Rounded down: within the month of a boundary the day may still stand before it.
  const auto k =
      static_cast<int>(between >= 0 ? between / months : -((-between + months - 1) / months));
  return day < anchoredBoundary(anchor, months, k) ? k - 1 : k;
}

DayRange anchoredPeriod(LocalDay anchor, int months, int k) {
  return {anchoredBoundary(anchor, months, k), anchoredBoundary(anchor, months, k + 1)};
}

InstantRange toInstants(const DayRange &days, const Zone &zone) {
  return {zone.midnight(days.from), zone.midnight(days.to)};
}

} // namespace tenantry
