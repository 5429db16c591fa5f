// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/quota_reserve.h"
#include "benchmarks/private_cluster.h"
#include "benchmarks/usage_book.h"
#include "services/usage/reservations.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

constexpr int batches = 20, singles = 2'000; // in a round

using Batch = std::vector<usage::ReservationRequest>;

Batch makeBatch(int size, Instant now) {
  Batch batch(static_cast<std::size_t>(size));
  for (auto &request : batch)
    request = {makeUuidV7(now).toString(QUuid::WithoutBraces), countedMetric, 1};
  return batch;
}

Result<Pace> reserveAll(store::Database &owner, usage::Reservations &reservations,
                        const OrganizationId &organization, int size, Instant now) {
  for (const auto *sql :
       {"truncate usage_reservation, usage_hold", "vacuum analyze usage_hold", "checkpoint"})
    TENANTRY_CHECK(owner.script(sql));
  Pace pace;
  for (int i = 0; i < batches; ++i) {
    const auto batch = makeBatch(size, now);
    TENANTRY_TRY(decisions, timed(pace, size, [&] {
                   return reservations.reserve(organization, batch, std::chrono::hours(1));
                 }));
    if (!std::ranges::all_of(decisions, &usage::ReservationDecision::granted))
      return fail(u"quota.exceeded"_s, u"The limit is far away, and yet one was refused."_s);
  }
  return pace;
}

constexpr auto takeOneSql = R"(
  update quota_ceiling set quantity = quantity + 1
  where organization_id = :organization and metric = :metric and quantity + 1 <= 1000000000)";

Result<Pace> takeSingly(store::Database &owner, store::Database &worker,
                        const OrganizationId &organization) {
  for (const auto *sql :
       {"drop table if exists quota_ceiling",
        "create table quota_ceiling (like usage_hold including all) with (fillfactor = 50)",
        "insert into quota_ceiling select organization_id, 'calls', 0 from organization",
        "grant select, update on quota_ceiling to public", "checkpoint"})
    TENANTRY_CHECK(owner.script(sql));
  Pace pace;
  for (int i = 0; i < singles; ++i)
    TENANTRY_CHECK(timed(pace, 1, [&] {
      return worker.adHoc(takeOneSql, {{"organization", organization}, {"metric", countedMetric}});
    }));
  return pace;
}

} // namespace

Result<Comparison> quotaReserve(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  const auto database = cluster->settings(PrivateCluster::book());
  const SystemClock clock;
  TENANTRY_TRY(owner, store::Database::open(database));
  TENANTRY_TRY(worker, store::Database::open(asWorker(database, PrivateCluster::rolePrefix())));
  TENANTRY_TRY(ids, makeUsageBook(*owner, clock, 1, {counted(business::LimitKind::Hard)}));
  store::Session session{*worker, clock, u"benchmark"_s};
  business::AppliedBusiness business;
  usage::Reservations reservations(session, business);
  const auto size = options.sizeOr(1'000);
  return compare(
      u"quota-reserve"_s, options.roundsOr(5),
      [&] { return reserveAll(*owner, reservations, ids.front(), size, clock.now()); },
      [&] { return takeSingly(*owner, *worker, ids.front()); });
}

} // namespace tenantry::benchmarks
