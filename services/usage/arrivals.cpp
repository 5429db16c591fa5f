// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/arrivals.h"

#include "services/core/greatest_id.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

LateRow readLate(const store::Row &row, const business::Applied &applied) {
  LateRow read;
  read.id = {row.get<OrganizationId>(0), row.get<QString>(1)};
  read.organizationName = row.get<QString>(2);
  read.metric = row.get<QString>(3);
  read.quantity = row.get<std::int64_t>(4);
  read.occurredAt = row.get<Instant>(5);
  read.recordedAt = row.get<Instant>(6);
  read.endedAt = row.get<Instant>(7);
  read.days = {row.get<LocalDay>(8), row.get<LocalDay>(9)};
  OutcomeFacts facts{.closing = row.get<QString>(10),
                     .wasClosed = row.get<bool>(11),
                     .billed = row.get<QString>(12),
                     .isUnbilled = row.get<bool>(13)};
  facts.isCharged =
      row.get<bool>(14) && isCharged(applied, row.get<PlanVersionId>(15), read.metric);
  read.outcome = outcomeOf(facts);
  return read;
}

} // namespace

QString LateId::toString() const { return u"%1/%2"_s.arg(organization.toString(), key); }

Result<std::vector<std::int64_t>> recordedBySteps(store::Session &session, Instant since,
                                                  std::chrono::seconds step, int steps) {
  std::vector<std::int64_t> counts(std::size_t(std::max(steps, 0)), 0);
  TENANTRY_TRY(rows,
               session.database.query("usage_recorded", {{"since", since},
                                                         {"until", since + step * steps},
                                                         {"seconds", std::int64_t(step.count())}}));
  for (const auto row : rows)
    if (const auto place = row.get<std::int64_t>(0);
        place >= 0 && place < std::int64_t(counts.size()))
      counts[std::size_t(place)] = row.get<std::int64_t>(1);
  return counts;
}

Result<LatePage> LateListing::page(const QString &metric, int pageSize,
                                   const std::optional<LateCursor> &after) {
  if (pageSize < 1 || pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  TENANTRY_TRY(applied, m_business.current(m_session));
  const auto cursor = after.value_or(LateCursor{Instant::max(), OrganizationId(greatestId), {}});
  // One more tells whether there is a next page.
  TENANTRY_TRY(rows,
               m_session.database.query("usage_late_listed", {{"metric", metric},
                                                              {"value", cursor.recordedAt},
                                                              {"organization", cursor.organization},
                                                              {"key", cursor.key},
                                                              {"count", pageSize + 1}}));
  LatePage page;
  for (int i = 0; i < std::min(pageSize, rows.size()); ++i)
    page.rows.push_back(readLate(rows[i], *applied));
  if (rows.size() > pageSize) {
    const auto &last = page.rows.back();
    page.next = {last.recordedAt, last.id.organization, last.id.key};
  }
  return page;
}

Result<std::int64_t> LateListing::count(const QString &metric) {
  TENANTRY_TRY(rows, m_session.database.query("usage_late_counted",
                                              {{"metric", metric}, {"most", countLimit + 1}}));
  return rows[0].get<std::int64_t>(0);
}

} // namespace tenantry::usage
