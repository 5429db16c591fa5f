// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/billing_run.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

const QString round = u"billing_round"_s;

/// What a run fills, in the order in which its rows may come: lines before their invoice.
constexpr std::array filled{"invoice_line", "billed_period", "ledger_entry", "number_registry",
                            "invoice",      "event",         "dispatch"};

enum class How { RowsChange, RowsAreAdded, ByTrigger };
struct Changed {
  QByteArray table;
  QByteArray key;
  How how = How::RowsChange;
};
/// What a run changes, or adds to. Those that others refer to come first.
const std::vector<Changed> changed{
    {"organization", "organization_id"},
    {"organization_head", "organization_id"},
    {"organization_limit", "organization_id, metric"},
    {"organization_feature", "organization_id, feature"},
    {"subscription", "organization_id, subscription_id"},
    {"mrr_movement", "organization_id, movement_id", How::RowsAreAdded},
    {"usage_part", "organization_id, part_from"},
    {"usage_total", "organization_id, metric, part_from"},
    {"customer_balance", "organization_id, currency", How::ByTrigger},
    {"balance_movement", "organization_id, movement_id", How::RowsAreAdded}};

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

// But for what the table computes itself.
Result<> insertKept(store::Database &database, const QByteArray &table, const QByteArray &kept,
                    const QByteArray &order) {
  TENANTRY_TRY(names, columns(database, table));
  return database.script("insert into " + table + " (" + names + ") select " + names +
                         " from kept." + kept + " order by " + order);
}

// What the run will change, as it was before.
Result<> keepBefore(store::Database &database) {
  TENANTRY_CHECK(database.script("create schema kept"));
  for (const auto &[table, key, how] : changed)
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
  for (const auto &[table, key, how] : changed) {
    const QByteArray rows = " as select now.* from " + table + " as now left join kept.was_" +
                            table + " as was using (" + key + ") where ";
    TENANTRY_CHECK(database.script("create table kept.new_" + table + rows +
                                   "was.organization_id is null order by " + key));
    TENANTRY_CHECK(database.script("create table kept.set_" + table + rows +
                                   "now is distinct from was and was.organization_id is not null "
                                   "order by " +
                                   key));
  }
  for (const auto &[table, key, how] : changed)
    TENANTRY_CHECK(database.script("truncate " + table + " cascade"));
  for (const auto &[table, key, how] : changed)
    TENANTRY_CHECK(insertKept(database, table, "was_" + table, key));
  TENANTRY_CHECK(database.script("truncate audit_entry, audit_pending"));
  TENANTRY_CHECK(database.script("vacuum analyze"));
  return database.script("set session_replication_role = origin; checkpoint");
}

Result<> change(store::Database &database, const Changed &one) {
  TENANTRY_TRY(names, columns(database, one.table));
  TENANTRY_TRY(values, columns(database, one.table, "kept_row."));
  if (one.how == How::RowsChange)
    TENANTRY_CHECK(database.script(
        "update " + one.table + " as it set (" + names + ") = row(" + values + ") from kept.set_" +
        one.table + " as kept_row where (it." + one.key.split(',').join(", it.") +
        ") = (kept_row." + one.key.split(',').join(", kept_row.") + ")"));
  return insertKept(database, one.table, "new_" + one.table, one.key);
}

Result<> writeKept(store::Database &database) {
  return database.transaction([&]() -> Result<> {
    for (const auto &one : changed)
      if (one.how != How::ByTrigger)
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

Result<Comparison> billingRun(const BenchOptions &options, int workers, BookKind kind) {
  const int size = options.sizeOr(100'000);
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_TRY(book, BillingBook::make(*cluster, size, kind));
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
  const QString name = kind == BookKind::Mixed ? u"billing-run-mixed"_s
                       : workers == 1          ? u"billing-run-one-worker"_s
                                               : u"billing-run"_s;
  return compare(name, options.roundsOr(3), run, byHand);
}

} // namespace tenantry::benchmarks
