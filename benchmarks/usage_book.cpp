// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/usage_book.h"
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/store/session.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

const QString countedMetric = u"calls"_s;

namespace {

Result<> applyBusiness(store::Session &session, const std::vector<business::Metric> &metrics) {
  auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  for (const auto &metric : metrics)
    shipped->metrics[metric.id] = metric;
  TENANTRY_CHECK(business::BusinessApply(session).apply(*shipped, session.actor));
  return {};
}

/// Organizations with a subscription, a part that runs now and a limit far away.
constexpr auto fillSql = R"(
  insert into organization (organization_id, name, email, address_country, time_zone, currency, status,
                            created_at, updated_at)
  select id, 'Organization', 'mail@example.com', 'DE', 'UTC', 'EUR', 'active', now(), now()
  from unnest(:ids::uuid[]) as x (id);)";
constexpr auto fillHeads =
    "insert into organization_head (organization_id) select organization_id from organization";
constexpr auto fillSubscriptions = R"(
  insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval,
                            currency, anchor_day, period_index, period_from, period_to, period_from_at,
                            period_to_at, started_at)
  select organization_id, organization_id, p.plan_id, p.plan_version_id, 'active', 'month', 'EUR',
         current_date - 10, 0, current_date - 10, current_date + 20, now() - interval '10 days',
         now() + interval '20 days', now() - interval '10 days'
  from organization, (select * from plan_version limit 1) as p)";
constexpr auto fillParts = R"(
  insert into usage_part (organization_id, part_from, part_to, subscription_id, plan_version_id, period_from,
                          from_day, to_day, billable)
  select organization_id, period_from_at, period_to_at, subscription_id, plan_version_id, period_from_at,
         period_from, period_to, true
  from subscription)";
constexpr auto fillLimits = R"(
  insert into organization_limit (organization_id, metric, limit_value, kind, granted_by)
  select organization_id, :metric, 1000000000, :kind, 'plan' from organization)";

Result<> fill(store::Database &database, const std::vector<OrganizationId> &ids,
              const std::vector<business::Metric> &metrics) {
  TENANTRY_CHECK(database.adHoc(fillSql, {{"ids", ids}}));
  for (const auto *sql : {fillHeads, fillSubscriptions, fillParts})
    TENANTRY_CHECK(database.adHoc(sql));
  for (const auto &metric : metrics)
    TENANTRY_CHECK(database.adHoc(
        fillLimits, {{"metric", metric.id},
                     {"kind", metric.limit == business::LimitKind::Hard ? u"hard"_s : u"soft"_s}}));
  return database.script("analyze");
}

} // namespace

business::Metric counted(business::LimitKind kind) {
  return {countedMetric, business::Aggregation::Sum, kind, {}, 0};
}

std::vector<business::Metric> oneOfEachAggregation() {
  using business::Aggregation;
  constexpr auto soft = business::LimitKind::Soft;
  return {{countedMetric, Aggregation::Sum, soft, {}, 0},
          {u"peak"_s, Aggregation::Max, soft, {}, 2},
          {u"stored"_s, Aggregation::Last, soft, {}, 0},
          {u"users"_s, Aggregation::Unique, soft, u"user"_s, 0}};
}

Result<std::vector<OrganizationId>> makeUsageBook(store::Database &owner, const Clock &clock,
                                                  int organizations,
                                                  const std::vector<business::Metric> &metrics) {
  store::Session session{owner, clock, u"benchmark"_s};
  TENANTRY_CHECK(applyBusiness(session, metrics));
  std::vector<OrganizationId> ids;
  for (int i = 0; i < organizations; ++i)
    ids.push_back(makeId<OrganizationId>(clock.now()));
  TENANTRY_CHECK(fill(owner, ids, metrics));
  return ids;
}

store::ConnectionSettings asWorker(store::ConnectionSettings database, const QString &rolePrefix) {
  database.role = rolePrefix + u"_worker"_s;
  return database;
}

} // namespace tenantry::benchmarks
