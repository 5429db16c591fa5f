// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/standings.h"

#include "services/core/greatest_id.h"
#include "services/usage/forecast.h"
#include "services/usage/history.h"
#include "services/usage/measures.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

Result<business::Metric> metricOf(store::Session &session, business::AppliedBusiness &business,
                                  const QString &id) {
  TENANTRY_TRY(applied, business.current(session));
  const auto found = applied->business.metrics.find(id);
  if (found == applied->business.metrics.end())
    return fail(u"usage.metric_unknown"_s, u"The business has no metric “%1”."_s.arg(id));
  return found->second;
}

} // namespace

std::int64_t StandingLevels::atLeast(int level) const {
  switch (level) {
  case 80:
    return approaching;
  case 90:
    return warning;
  case 100:
    return exceeded;
  default:
    return all;
  }
}

Result<StandingPage> Standings::page(const StandingQuery &query) {
  if (query.pageSize < 1 || query.pageSize > mostRows)
    return fail(u"list.page_size"_s, u"A page has 1 to %1 rows."_s.arg(mostRows));
  TENANTRY_TRY(metric, metricOf(m_session, m_business, query.filter.metric));
  MeasureColumns measure;
  measure.add(metric);
  const auto after = query.after.value_or(
      StandingCursor{std::numeric_limits<std::int64_t>::max(), OrganizationId(greatestId)});
  // One more tells whether there is a next page.
  TENANTRY_TRY(rows, m_session.database.query(
                         "usage_top",
                         {{"metric", metric.id},
                          {"aggregation", measure.aggregations.front()},
                          {"scale", measure.scales.front()},
                          {"most", measure.mosts.front()},
                          {"by_share", query.byShare},
                          {"level", query.filter.level > 0 ? std::int64_t(query.filter.level) * 10
                                                           : std::int64_t(-1)},
                          {"place", after.value},
                          {"organization", after.organization},
                          {"count", query.pageSize + 1}}));
  StandingPage page;
  for (int i = 0; i < std::min(query.pageSize, rows.size()); ++i) {
    const auto row = rows[i];
    Standing one;
    one.id = row.get<OrganizationId>(0);
    one.organizationName = row.get<QString>(1);
    one.planId = row.get<QString>(2);
    one.periodTo = row.get<LocalDay>(3);
    one.quota.metric = metric.id;
    one.quota.used = row.get<std::int64_t>(4);
    if (row.get<bool>(5))
      one.quota.limit = row.get<std::int64_t>(7);
    one.quota.hard = row.get<bool>(6);
    one.share = row.get<std::int64_t>(8);
    one.place = row.get<std::int64_t>(9);
    page.rows.push_back(std::move(one));
  }
  if (rows.size() > query.pageSize)
    page.next = {page.rows.back().place, page.rows.back().id};
  TENANTRY_CHECK(forecast(metric, page.rows));
  return page;
}

Result<> Standings::forecast(const business::Metric &metric, std::vector<Standing> &rows) {
  for (auto &row : rows) {
    if (!row.quota.isLimited() || row.quota.used >= *row.quota.limit)
      continue;
    TENANTRY_TRY(periods, history(m_session, row.id, {{metric.id, metric}}, 2));
    row.limitDay = limitDay(row.quota, metric.aggregation, periods, m_session.clock.now());
  }
  return {};
}

Result<StandingLevels> Standings::levels(const QString &id) {
  TENANTRY_TRY(metric, metricOf(m_session, m_business, id));
  MeasureColumns measure;
  measure.add(metric);
  TENANTRY_TRY(
      rows, m_session.database.query("usage_levels", {{"metric", metric.id},
                                                      {"aggregation", measure.aggregations.front()},
                                                      {"scale", measure.scales.front()},
                                                      {"most", measure.mosts.front()}}));
  return StandingLevels{rows[0].get<std::int64_t>(0), rows[0].get<std::int64_t>(1),
                        rows[0].get<std::int64_t>(2), rows[0].get<std::int64_t>(3)};
}

} // namespace tenantry::usage
