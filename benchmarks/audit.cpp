// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/audit.h"

#include "benchmarks/billing_book.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

constexpr std::size_t rowsInAStatement = 1'000;
using Chunks = std::vector<std::vector<OrganizationId>>;

constexpr auto change = "update subscription set seats = seats % 1000 + 1, revision = revision + 1 "
                        "where organization_id = any(:organizations)";
constexpr auto insertEntries = R"(
  with entry as (
    insert into audit_entry (organization_id, occurred_at, actor, source, table_name, operation, old_row, new_row, salt)
    select organization_id, clock_timestamp(), session_user, 'benchmark', 'subscription', 'update', row_to_json(old),
           row_to_json(new), gen_random_uuid()
    from kept.change
    where organization_id = any(:organizations)
    returning organization_id, entry_id)
  insert into audit_pending (organization_id, entry_id) select organization_id, entry_id from entry)";

Result<Pace> withTrigger(store::Database &database, const Chunks &chunks) {
  for (const auto *sql :
       {"truncate audit_entry, audit_pending", "vacuum analyze subscription", "checkpoint"})
    TENANTRY_CHECK(database.script(sql));
  Pace pace;
  for (const auto &chunk : chunks)
    TENANTRY_CHECK(timed(pace, static_cast<std::int64_t>(chunk.size()), [&] {
      return database.adHoc(change, {{"organizations", chunk}});
    }));
  return pace;
}

// The rows that the statements find and leave.
Result<> keepChanges(store::Database &database, const Chunks &chunks) {
  TENANTRY_CHECK(database.script("create schema kept; create table kept.old as select "
                                 "organization_id, s as row from subscription as s"));
  TENANTRY_CHECK(withTrigger(database, chunks));
  TENANTRY_CHECK(database.script(
      "create table kept.change as select s.organization_id, o.row as old, s as new "
      "from kept.old as o join subscription as s using (organization_id) order by organization_id; "
      "alter table kept.change add primary key (organization_id)"));
  return database.script("vacuum analyze kept.change");
}

Result<Pace> byHand(store::Database &database, const Chunks &chunks) {
  for (const auto *sql : {"truncate audit_entry, audit_pending", "vacuum analyze subscription",
                          "alter table subscription disable trigger audit_update", "checkpoint"})
    TENANTRY_CHECK(database.script(sql));
  Pace pace;
  for (const auto &chunk : chunks) {
    const auto writeBoth = [&] {
      return database.transaction([&]() -> Result<> {
        TENANTRY_CHECK(database.adHoc(change, {{"organizations", chunk}}));
        TENANTRY_CHECK(database.adHoc(insertEntries, {{"organizations", chunk}}));
        return {};
      });
    };
    TENANTRY_CHECK(timed(pace, static_cast<std::int64_t>(chunk.size()), writeBoth));
  }
  TENANTRY_CHECK(database.script("alter table subscription enable trigger audit_update"));
  return pace;
}

} // namespace

Result<Comparison> auditTrail(const BenchOptions &options) {
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, options.sizeOr(20'000)));
  Chunks chunks;
  for (std::size_t i = 0; i < book.organizations().size(); ++i) {
    if (i % rowsInAStatement == 0)
      chunks.emplace_back();
    chunks.back().push_back(book.organizations()[i]);
  }
  TENANTRY_TRY(database, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(keepChanges(*database, chunks));
  return compare(
      u"audit"_s, options.roundsOr(7), [&] { return withTrigger(*database, chunks); },
      [&] { return byHand(*database, chunks); });
}

} // namespace tenantry::benchmarks
