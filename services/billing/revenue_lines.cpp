// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/revenue_lines.h"

#include "services/billing/ledger_rules.h"
#include "services/billing/months.h"

#include <cmath>

namespace tenantry::billing {

namespace {

/// A moment at which a month ends, and another begins.
struct MonthEdge {
  LocalDay day{};
  Instant at{};
};

/// How a line became revenue.
struct RevenueCourse {
  std::int64_t net = 0;
  bool isDeferred = false;
  DayRange days{};             ///< over which it is recognized
  std::int64_t recognized = 0; ///< of it by now
  Instant bookedAt{};
  std::optional<Instant> voidedAt{};

  [[nodiscard]] bool isInBooks(const MonthEdge &edge) const {
    return bookedAt < edge.at && (!voidedAt || *voidedAt >= edge.at);
  }
  /// What of it was revenue then: as its days passed, but no more than was recognized: a month that
  /// is not recognized yet, and one before which it was voided, added nothing.
  [[nodiscard]] std::int64_t revenueBy(const MonthEdge &edge) const {
    if (!isInBooks(edge))
      return 0;
    if (!isDeferred)
      return net;
    const auto passed = recognizable(net, days, edge.day, 0);
    return std::abs(passed) < std::abs(recognized) ? passed : recognized;
  }
};

RevenueCourse courseOf(const store::Row &row) {
  const auto from = row.get<std::optional<LocalDay>>(6);
  const auto issuedOn = row.get<LocalDay>(8);
  const auto kind = business::fromWord<LineKind>(row.get<QString>(4).toStdString());
  RevenueCourse course;
  course.isDeferred = kind && isDeferred(*kind);
  course.days = from ? DayRange{*from, row.get<LocalDay>(7)}
                     : DayRange{issuedOn, issuedOn + std::chrono::days(1)};
  course.net = row.get<std::int64_t>(10);
  course.recognized = row.get<std::int64_t>(11);
  course.bookedAt = row.get<Instant>(12);
  course.voidedAt = row.get<std::optional<Instant>>(13);
  return course;
}

RevenueLine lineOf(const store::Row &row, const MonthEdge &begin, const MonthEdge &end) {
  const auto course = courseOf(row);
  const auto currency = *Currency::parse(row.get<QString>(9));
  const auto before = course.revenueBy(begin), by = course.revenueBy(end);
  RevenueLine line;
  line.organization = row.get<OrganizationId>(0);
  line.organizationName = row.get<QString>(1);
  line.document = row.get<QString>(2);
  line.line = row.get<int>(3);
  line.kind = row.get<QString>(4);
  line.item = row.get<QString>(5);
  if (row.get<std::optional<LocalDay>>(6))
    line.days = course.days;
  line.net = Money(course.net, currency);
  line.before = Money(before, currency);
  line.inMonth = Money(by - before, currency);
  line.after = Money(course.isInBooks(end) ? course.net - by : 0, currency);
  return line;
}

} // namespace

Result<bool> readRevenueLines(store::Session &session, business::AppliedBusiness &business,
                              std::chrono::year_month month,
                              const std::function<void(const RevenueLine &)> &take,
                              const BookProgress &goOn) {
  TENANTRY_TRY(applied, business.current(session));
  const auto edgeOf = [zone = applied->zone()](LocalDay day) {
    return MonthEdge{day, zone.midnight(day)};
  };
  const auto begin = edgeOf(firstDayOf(month)),
             end = edgeOf(firstDayOf(month + std::chrono::months(1)));
  const auto read = [&](const std::vector<OrganizationId> &some) -> Result<> {
    TENANTRY_TRY(rows, session.database.query("ledger_revenue_lines", {{"organizations", some},
                                                                       {"since", begin.at},
                                                                       {"until", end.at},
                                                                       {"day", begin.day}}));
    for (const auto row : rows) {
      const auto line = lineOf(row, begin, end);
      if (!line.inMonth.isZero() || !line.after.isZero())
        take(line);
    }
    return {};
  };
  return forOrganizations(session, read, goOn);
}

} // namespace tenantry::billing
