// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/usage_ingest.h"
#include "benchmarks/private_cluster.h"
#include "benchmarks/usage_book.h"
#include "services/store/copy.h"
#include "services/usage/service.h"
#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

using Batches = std::vector<std::vector<usage::UsageEvent>>;

Batches makeBatches(const std::vector<OrganizationId> &ids, const UsageIngestSizes &sizes,
                    Instant now) {
  std::mt19937 random(7); // the same rows every time
  Batches batches(static_cast<std::size_t>(sizes.batches));
  for (auto &batch : batches) {
    for (int i = 0; i < sizes.batchSize; ++i) {
      auto &event = batch.emplace_back();
      event.organization = ids[static_cast<std::size_t>(i) % ids.size()];
      event.key = makeUuidV7(now).toString(QUuid::WithoutBraces);
      event.metric = countedMetric;
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
  TENANTRY_TRY(worker, store::Database::open(asWorker(database, rolePrefix)));
  TENANTRY_TRY(ids, makeUsageBook(*owner, clock, sizes.organizations, business::LimitKind::Soft));

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
