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

/// Values that are forgotten before each round, and are new to it.
const QString newcomer = u"new-"_s;

/// An event of another metric for each organization in each batch, with where it came from and who
/// caused it.
void vary(usage::UsageEvent &event, const std::vector<business::Metric> &metrics, int batch,
          int i) {
  event.metric = metrics[static_cast<std::size_t>(batch + i) % metrics.size()].id;
  event.dimensions[u"region"_s] = i % 3 == 0 ? u"eu-central"_s : u"us-east"_s;
  event.dimensions[u"user"_s] =
      u"%1%2@example.com"_s.arg(i % 5 == 0 ? newcomer : QString()).arg(i % 17 + batch);
}

Batches makeBatches(const std::vector<OrganizationId> &ids, const UsageIngestSizes &sizes,
                    const std::vector<business::Metric> &metrics, Instant now) {
  std::mt19937 random(7); // the same rows every time
  Batches batches(static_cast<std::size_t>(sizes.batches));
  for (int number = 0; auto &batch : batches) {
    for (int i = 0; i < sizes.batchSize; ++i) {
      auto &event = batch.emplace_back();
      event.organization = ids[static_cast<std::size_t>(i) % ids.size()];
      event.key = makeUuidV7(now).toString(QUuid::WithoutBraces);
      event.metric = countedMetric;
      event.quantity = 1 + i % 10;
      event.occurredAt = now;
      if (sizes.everyAggregation)
        vary(event, metrics, number, i);
    }
    std::shuffle(batch.begin(), batch.end(), random);
    ++number;
  }
  return batches;
}

Result<Pace> ingestAll(store::Database &owner, usage::UsageService &service,
                       const Batches &batches) {
  for (const auto *sql : {"truncate usage_event", "vacuum analyze usage_total"})
    TENANTRY_CHECK(owner.script(sql));
  TENANTRY_CHECK(owner.adHoc("delete from usage_distinct where starts_with(value, :new)",
                             {{"new", newcomer}}));
  TENANTRY_CHECK(owner.script("vacuum analyze usage_distinct"));
  TENANTRY_CHECK(owner.script("checkpoint"));
  Pace pace;
  for (const auto &batch : batches) {
    auto events = batch;
    const auto units = static_cast<std::int64_t>(batch.size());
    TENANTRY_CHECK(timed(pace, units, [&] { return service.ingest(std::move(events)); }));
  }
  return pace;
}

/// As JSON, which is not what is measured.
std::vector<std::string> dimensionsOf(const std::vector<usage::UsageEvent> &batch) {
  std::vector<std::string> all;
  for (const auto &event : batch) {
    nlohmann::json document = nlohmann::json::object();
    for (const auto &[name, value] : event.dimensions)
      document[name.toStdString()] = value.toStdString();
    all.push_back(event.dimensions.empty() ? std::string() : document.dump());
  }
  return all;
}

Result<> copyBatch(store::Database &database, const std::vector<usage::UsageEvent> &batch,
                   const std::vector<std::string> &dimensions) {
  store::CopyWriter copy(database, "usage_ceiling",
                         "organization_id, key, metric, quantity, occurred_at, recorded_at, "
                         "part_from, dimensions, corrects");
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto &event = batch[i];
    copy.beginRow(9);
    copy.put(event.organization);
    copy.put(event.key);
    copy.put(event.metric);
    copy.put(event.quantity);
    copy.put(event.occurredAt);
    copy.put(event.occurredAt);
    copy.put(event.occurredAt);
    if (dimensions[i].empty())
      copy.putNull();
    else
      copy.putJson(dimensions[i]);
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
    const auto dimensions = dimensionsOf(batch);
    const auto copyOne = [&] {
      return owner.transaction([&] { return copyBatch(owner, batch, dimensions); });
    };
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
  const auto metrics = sizes.everyAggregation ? oneOfEachAggregation()
                                              : std::vector{counted(business::LimitKind::Soft)};
  TENANTRY_TRY(ids, makeUsageBook(*owner, clock, sizes.organizations, metrics));

  store::Session session{*worker, clock, u"benchmark"_s};
  business::AppliedBusiness business;
  usage::UsageService service(session, business);
  const auto batches = makeBatches(ids, sizes, metrics, clock.now());
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
