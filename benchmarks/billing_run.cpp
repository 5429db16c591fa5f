// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/billing_run.h"

#include "benchmarks/billing_book.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

const QString round = u"billing_round"_s;

/// What a run fills, in the order in which its rows may come: lines before their invoice.
constexpr std::array filled{"invoice_line", "billed_period", "ledger_entry", "number_registry",
                            "invoice",      "event",         "dispatch"};

struct Changed {
  QByteArray table;
  QByteArray key;
};
/// What a run changes, or adds to.
const std::array<Changed, 4> changed{{{"subscription", "organization_id, subscription_id"},
                                      {"usage_part", "organization_id, part_from"},
                                      {"usage_total", "organization_id, metric, part_from"},
                                      {"organization_head", "organization_id"}}};

Result<QByteArray> columns(store::Database &database, const QByteArray &table,
                           const QByteArray &prefix = {}) {
  TENANTRY_TRY(rows, database.adHoc("select string_agg('" + prefix +
                                    "' || attname, ', ' order by attnum) from pg_attribute "
                                    "where attrelid = '" +
                                    table +
                                    "'::regclass and attnum > 0 and not attisdropped and "
                                    "attgenerated = ''"));
  return rows[0].get<QString>(0).toUtf8();
}

// What the run will change, as it was before.
Result<> keepBefore(store::Database &database) {
  TENANTRY_CHECK(database.script("create schema kept"));
  for (const auto &[table, key] : changed)
    TENANTRY_CHECK(
        database.script("create table kept.was_" + table + " as select * from " + table));
  return database.script("checkpoint");
}

// Keeps what the run did, and undoes it; the tables are as full and as tidy as before.
Result<> setAside(store::Database &database) {
  TENANTRY_CHECK(database.script("set session_replication_role = replica"));
  for (const QByteArray table : filled) {
    TENANTRY_TRY(written, columns(database, table));
    TENANTRY_CHECK(
        database.script("create table kept." + table + " as select " + written + " from " + table));
    TENANTRY_CHECK(database.script("truncate " + table + " cascade"));
  }
  for (const auto &[table, key] : changed) {
    const QByteArray rows = " as select now.* from " + table + " as now left join kept.was_" +
                            table + " as was using (" + key + ") where ";
    TENANTRY_CHECK(database.script("create table kept.new_" + table + rows +
                                   "was.organization_id is null order by " + key));
    TENANTRY_CHECK(database.script("create table kept.set_" + table + rows +
                                   "now is distinct from was and was.organization_id is not null "
                                   "order by " +
                                   key));
  }
  for (const auto &[table, key] : changed)
    TENANTRY_CHECK(database.script("truncate " + table + " cascade"));
  for (const auto &[table, key] : changed)
    TENANTRY_CHECK(database.script("insert into " + table + " select * from kept.was_" + table +
                                   " order by " + key));
  TENANTRY_CHECK(database.script("truncate audit_entry, audit_pending"));
  TENANTRY_CHECK(database.script("vacuum analyze"));
  return database.script("set session_replication_role = origin; checkpoint");
}

Result<> change(store::Database &database, const Changed &one) {
  TENANTRY_TRY(names, columns(database, one.table));
  TENANTRY_TRY(values, columns(database, one.table, "kept_row."));
  TENANTRY_CHECK(database.script("update " + one.table + " as it set (" + names + ") = row(" +
                                 values + ") from kept.set_" + one.table +
                                 " as kept_row where (it." + one.key.split(',').join(", it.") +
                                 ") = (kept_row." + one.key.split(',').join(", kept_row.") + ")"));
  return database.script("insert into " + one.table + " select * from kept.new_" + one.table);
}

Result<> writeKept(store::Database &database) {
  return database.transaction([&]() -> Result<> {
    for (const auto &one : changed)
      TENANTRY_CHECK(change(database, one));
    for (const QByteArray table : filled) {
      TENANTRY_TRY(names, columns(database, table));
      TENANTRY_CHECK(database.script("insert into " + table + " (" + names + ") select " + names +
                                     " from kept." + table));
    }
    return {};
  });
}

} // namespace

Result<Comparison> billingRun(const BenchOptions &options, int workers) {
  const int size = options.sizeOr(100'000);
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, size));
  const auto run = [&]() -> Result<Pace> {
    TENANTRY_CHECK(cluster->copyBook(round));
    {
      TENANTRY_TRY(database, cluster->connect(round));
      TENANTRY_CHECK(keepBefore(*database));
    }
    Pace pace;
    TENANTRY_TRY(invoices, timed(pace, size, [&] { return book.run(*cluster, round, workers); }));
    if (invoices != size)
      return fail(u"benchmark.incomplete"_s,
                  u"%1 invoices came out of %2 subscriptions."_s.arg(invoices).arg(size));
    return pace;
  };
  const auto byHand = [&]() -> Result<Pace> {
    TENANTRY_TRY(database, cluster->connect(round));
    TENANTRY_CHECK(setAside(*database));
    Pace pace;
    TENANTRY_CHECK(timed(pace, size, [&] { return writeKept(*database); }));
    return pace;
  };
  const QString name = workers == 1 ? u"billing-run-one-worker"_s : u"billing-run"_s;
  return compare(name, options.roundsOr(3), run, byHand);
}

} // namespace tenantry::benchmarks
