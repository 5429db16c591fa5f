// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/billing_run.h"

#include "benchmarks/billing_book.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

/// What a run fills, in the order in which its rows may come: lines before their invoice.
constexpr std::array filled{"usage_part",      "invoice_line", "billed_period", "ledger_entry",
                            "number_registry", "invoice",      "event",         "dispatch"};
const QString round = u"billing_round"_s;

Result<QByteArray> writableColumns(store::Database &database, const QByteArray &table) {
  TENANTRY_TRY(rows, database.adHoc(
                         "select string_agg(attname, ', ' order by attnum) from pg_attribute "
                         "where attrelid = '" +
                         table +
                         "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
  return rows[0].get<QString>(0).toUtf8();
}

// Keeps what the run added, and takes it out of the tables again.
Result<> setAside(store::Database &database) {
  TENANTRY_CHECK(database.script("create schema kept; set session_replication_role = replica"));
  for (const QByteArray table : filled) {
    const QByteArray added = table == "usage_part" ? " where part_from >= '2026-01-31T23:00Z'" : "";
    TENANTRY_TRY(columns, writableColumns(database, table));
    TENANTRY_CHECK(database.script("create table kept." + table + " as select " + columns +
                                   " from " + table + added));
    TENANTRY_CHECK(database.script(added.isEmpty() ? "truncate " + table + " cascade"
                                                   : "delete from " + table + added));
  }
  TENANTRY_CHECK(database.script("truncate audit_entry, audit_pending"));
  TENANTRY_CHECK(database.script("vacuum analyze"));
  return database.script("set session_replication_role = origin; checkpoint");
}

Result<> insertKept(store::Database &database) {
  return database.transaction([&]() -> Result<> {
    for (const QByteArray table : filled) {
      TENANTRY_TRY(columns, writableColumns(database, table));
      TENANTRY_CHECK(database.script("insert into " + table + " (" + columns + ") select " +
                                     columns + " from kept." + table));
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
    Pace pace;
    TENANTRY_TRY(invoices, timed(pace, size, [&] { return book.run(*cluster, round, workers); }));
    if (invoices != size)
      return fail(u"benchmark.incomplete"_s,
                  u"%1 invoices came out of %2 subscriptions."_s.arg(invoices).arg(size));
    return pace;
  };
  const auto insert = [&]() -> Result<Pace> {
    TENANTRY_TRY(database, cluster->connect(round));
    TENANTRY_CHECK(setAside(*database));
    Pace pace;
    TENANTRY_CHECK(timed(pace, size, [&] { return insertKept(*database); }));
    return pace;
  };
  const QString name = workers == 1 ? u"billing-run-one-worker"_s : u"billing-run"_s;
  return compare(name, options.roundsOr(3), run, insert);
}

} // namespace tenantry::benchmarks
