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
  insert into audit_entry (organization_id, entry_id, occurred_at, actor, source, table_name, operation, old_row, new_row,
                           salt, digest)
  overriding system value
  select organization_id, entry_id, occurred_at, actor, source, table_name, operation, old_row, new_row, salt, digest
  from kept.audit_entry where chunk = :chunk)";
constexpr auto insertPending =
    "insert into audit_pending (organization_id, entry_id) "
    "select organization_id, entry_id from kept.audit_entry where chunk = :chunk";

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

// The rows that the trigger wrote, by the statement that wrote them.
Result<> keepEntries(store::Database &database, const Chunks &chunks) {
  TENANTRY_CHECK(database.script(
      "create schema kept; "
      "create table kept.audit_entry as select 0 as chunk, * from audit_entry limit 0"));
  for (std::size_t i = 0; i < chunks.size(); ++i)
    TENANTRY_CHECK(
        database.adHoc("insert into kept.audit_entry select :chunk, * from audit_entry "
                       "where organization_id = any(:organizations) order by entry_id",
                       {{"chunk", static_cast<std::int64_t>(i)}, {"organizations", chunks[i]}}));
  return database.script("create index on kept.audit_entry (chunk); analyze kept.audit_entry");
}

Result<Pace> byHand(store::Database &database, const Chunks &chunks) {
  for (const auto *sql : {"truncate audit_entry, audit_pending", "vacuum analyze subscription",
                          "alter table subscription disable trigger audit_update", "checkpoint"})
    TENANTRY_CHECK(database.script(sql));
  Pace pace;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const auto writeBoth = [&] {
      return database.transaction([&]() -> Result<> {
        const auto chunk = static_cast<std::int64_t>(i);
        TENANTRY_CHECK(database.adHoc(change, {{"organizations", chunks[i]}}));
        TENANTRY_CHECK(database.adHoc(insertEntries, {{"chunk", chunk}}));
        TENANTRY_CHECK(database.adHoc(insertPending, {{"chunk", chunk}}));
        return {};
      });
    };
    TENANTRY_CHECK(timed(pace, static_cast<std::int64_t>(chunks[i].size()), writeBoth));
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
  TENANTRY_CHECK(withTrigger(*database, chunks));
  TENANTRY_CHECK(keepEntries(*database, chunks));
  return compare(
      u"audit"_s, options.roundsOr(7), [&] { return withTrigger(*database, chunks); },
      [&] { return byHand(*database, chunks); });
}

} // namespace tenantry::benchmarks
