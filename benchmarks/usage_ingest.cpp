// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/usage_ingest.h"
#include "benchmarks/private_cluster.h"
#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/store/copy.h"
#include "services/usage/service.h"
#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

const QString metricId = u"calls"_s;
using Batches = std::vector<std::vector<usage::UsageEvent>>;

Result<> applyBusiness(store::Session &session) {
  auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  shipped->metrics[metricId] = {
      metricId, business::Aggregation::Sum, business::LimitKind::Soft, {}, 0};
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
  select organization_id, :metric, 1000000000, 'soft', 'plan' from organization)";

Result<> fill(store::Database &database, const std::vector<OrganizationId> &ids) {
  TENANTRY_CHECK(database.adHoc(fillSql, {{"ids", ids}}));
  for (const auto *sql : {fillHeads, fillSubscriptions, fillParts})
    TENANTRY_CHECK(database.adHoc(sql));
  TENANTRY_CHECK(database.adHoc(fillLimits, {{"metric", metricId}}));
  return database.script("analyze");
}

Batches makeBatches(const std::vector<OrganizationId> &ids, const UsageIngestSizes &sizes,
                    Instant now) {
  std::mt19937 random(7); // the same rows every time
  Batches batches(static_cast<std::size_t>(sizes.batches));
  for (auto &batch : batches) {
    for (int i = 0; i < sizes.batchSize; ++i) {
      auto &event = batch.emplace_back();
      event.organization = ids[static_cast<std::size_t>(i) % ids.size()];
      event.key = makeUuidV7(now).toString(QUuid::WithoutBraces);
      event.metric = metricId;
      event.quantity = 1 + i % 10;
      event.occurredAt = now;
    }
    std::shuffle(batch.begin(), batch.end(), random);
  }
  return batches;
}

Result<Pace> ingestAll(store::Database &owner, usage::UsageService &service,
                       const Batches &batches) {
  for (const auto *sql : {"truncate usage_event", "vacuum analyze usage_total", "checkpoint"})
    TENANTRY_CHECK(owner.script(sql));
  Pace pace;
  for (const auto &batch : batches) {
    auto events = batch;
    const auto units = static_cast<std::int64_t>(batch.size());
    TENANTRY_CHECK(timed(pace, units, [&] { return service.ingest(std::move(events)); }));
  }
  return pace;
}

Result<> copyBatch(store::Database &database, const std::vector<usage::UsageEvent> &batch) {
  store::CopyWriter copy(database, "usage_ceiling",
                         "organization_id, key, metric, quantity, occurred_at, recorded_at, "
                         "part_from, dimensions, corrects");
  for (const auto &event : batch) {
    copy.beginRow(9);
    copy.put(event.organization);
    copy.put(event.key);
    copy.put(event.metric);
    copy.put(event.quantity);
    copy.put(event.occurredAt);
    copy.put(event.occurredAt);
    copy.put(event.occurredAt);
    copy.putNull();
    copy.putNull();
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<Pace> copyAll(store::Database &owner, const Batches &batches) {
  TENANTRY_CHECK(owner.script("drop table if exists usage_ceiling;"
                              "create table usage_ceiling (like usage_event including all);"));
  TENANTRY_CHECK(owner.script("checkpoint"));
  Pace pace;
  for (const auto &batch : batches) {
    const auto copyOne = [&] { return owner.transaction([&] { return copyBatch(owner, batch); }); };
    TENANTRY_CHECK(timed(pace, static_cast<std::int64_t>(batch.size()), copyOne));
  }
  return pace;
}

} // namespace

Result<Comparison> usageIngest(const store::ConnectionSettings &database, const QString &rolePrefix,
                               const UsageIngestSizes &sizes) {
  const SystemClock clock;
  TENANTRY_TRY(owner, store::Database::open(database));
  auto workerSettings = database;
  workerSettings.role = rolePrefix + u"_worker"_s;
  TENANTRY_TRY(worker, store::Database::open(workerSettings));
  store::Session ownerSession{*owner, clock, u"benchmark"_s};
  TENANTRY_CHECK(applyBusiness(ownerSession));
  std::vector<OrganizationId> ids;
  for (int i = 0; i < sizes.organizations; ++i)
    ids.push_back(makeId<OrganizationId>(clock.now()));
  TENANTRY_CHECK(fill(*owner, ids));

  store::Session session{*worker, clock, u"benchmark"_s};
  business::AppliedBusiness business;
  usage::UsageService service(session, business);
  const auto batches = makeBatches(ids, sizes, clock.now());
  return compare(
      sizes.name, sizes.rounds, [&] { return ingestAll(*owner, service, batches); },
      [&] { return copyAll(*owner, batches); });
}

Result<Comparison> usageIngestOnPrivateCluster(const UsageIngestSizes &sizes) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  return usageIngest(cluster->settings(PrivateCluster::book()), PrivateCluster::rolePrefix(),
                     sizes);
}

} // namespace tenantry::benchmarks
