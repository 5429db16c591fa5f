// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/catalog/catalog.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// GOV-1: the tenant role sees the organization that its transaction entered, and nothing when it
/// entered none. Tables are enumerated from the catalog, and each holds a row of one organization,
/// so that a new table is tried by itself.
class TestTenantIsolation : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void cleanup();

  void everyTableHoldsARow();
  void ownRowsAreSeen_data() { everyTenantTable(); }
  void ownRowsAreSeen();
  void foreignRowsAreOutOfReach_data();
  void foreignRowsAreOutOfReach();
  void globalTablesAreOnlyRead_data();
  void globalTablesAreOnlyRead();

private:
  [[nodiscard]] Catalog catalog() const { return Catalog(m_connection->handle()); }
  void everyTenantTable() const;
  void enter(const QString &organization) const;

  std::unique_ptr<tenantry::tests::TestDatabase> m_database;
  std::unique_ptr<tenantry::store::Database> m_connection;
  QStringList m_globalTables;
};

namespace {
const auto own = u"01890000-0000-7000-8000-000000000001"_s;
const auto foreign = u"01890000-0000-7000-8000-000000000002"_s;

/// Constraints and triggers are out of the question here: with them gone, one made-up row fits into
/// any table.
void dropConstraints(const Catalog &catalog) {
  catalog.run(uR"(do $$
    declare
      kept record;
    begin
      for kept in select conrelid::regclass as name, conname from pg_constraint
                  where connamespace = 'tenantry'::regnamespace and contype in ('f', 'c') and coninhcount = 0 loop
        execute format('alter table %s drop constraint %I', kept.name, kept.conname);
      end loop;
    end $$)"_s);
}

/// `insert into …` of a made-up row of the organization; the value of each column follows from its
/// type.
QString insertion(const Catalog &catalog, const QString &table, const QString &organization) {
  const auto sql = catalog.value(uR"(
    select format('insert into tenantry.%I (%s) values (%s)', '%1', string_agg(quote_ident(a.attname), ', '),
                  string_agg(case
                    when a.attname = 'organization_id' then quote_literal('%2')
                    when t.typcategory = 'A' then quote_literal('{}')
                    when t.typcategory = 'N' then '1'
                    when t.typcategory = 'S' then quote_literal('x')
                    when t.typcategory = 'B' then 'true'
                    when t.typcategory = 'D' then quote_literal('2026-01-01')
                    when t.typcategory = 'R' then quote_literal('[2026-01-01,2026-02-01)')
                    when t.typname = 'uuid' then quote_literal('01890000-0000-7000-8000-00000000000a')
                    when t.typname in ('json', 'jsonb') then quote_literal('{}')
                    when t.typname = 'bytea' then quote_literal('\x00')
                    else 'null' end, ', '))
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = 'tenantry.%1'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attidentity = '')"_s.arg(table, organization));
  return sql;
}
} // namespace

void TestTenantIsolation::initTestCase() {
  m_database = std::make_unique<tenantry::tests::TestDatabase>();
  m_connection = m_database->connect();
  m_globalTables = globalTablesOf(contentOf(u"tests/architecture/global_tables.txt"_s)).keys();
  dropConstraints(catalog());
  catalog().run(u"set session_replication_role = replica"_s); // no triggers
  for (const auto &table : catalog().tables()) {
    if (catalog().value(u"select count(*) from tenantry.%1"_s.arg(table)) == u"0")
      catalog().run(insertion(catalog(), table, own));
  }
  catalog().run(u"set session_replication_role = origin; begin"_s);
}

void TestTenantIsolation::cleanup() { catalog().run(u"rollback; begin"_s); }

void TestTenantIsolation::everyTenantTable() const {
  QTest::addColumn<QString>("table");
  for (const auto &table : catalog().tables()) {
    if (!m_globalTables.contains(table))
      QTest::newRow(qPrintable(table)) << table;
  }
}

/// The rest of the transaction is the tenant role's, in that organization or in none.
void TestTenantIsolation::enter(const QString &organization) const {
  catalog().run(u"set local role \"%1\""_s.arg(catalog().role(u"tenant"_s)));
  if (!organization.isEmpty())
    catalog().run(u"select tenantry.enter_organization('%1')"_s.arg(organization));
}

void TestTenantIsolation::everyTableHoldsARow() {
  for (const auto &table : catalog().tables())
    QVERIFY2(catalog().value(u"select count(*) from tenantry.%1"_s.arg(table)) != u"0",
             qPrintable(table));
}

void TestTenantIsolation::ownRowsAreSeen() {
  QFETCH(QString, table);
  enter(own);
  const auto outcome = catalog().attempt(u"select from tenantry.%1"_s.arg(table));
  const bool mayRead =
      rightsOf(contentOf(u"docs/rights.md"_s)).value(table).value(0).contains(u'r');
  QCOMPARE(outcome.rows, mayRead ? 1 : 0);
  QCOMPARE(outcome.sqlState, mayRead ? QString() : u"42501"_s);
}

void TestTenantIsolation::foreignRowsAreOutOfReach_data() {
  QTest::addColumn<QString>("organization");
  QTest::addColumn<QString>("sql");
  const auto tables = catalog().tables();
  for (const auto &table : tables) {
    if (m_globalTables.contains(table))
      continue;
    const std::pair<const char *, QString> statements[] = {
        {"select", u"select from tenantry.%1"_s.arg(table)},
        {"insert", insertion(catalog(), table, own)},
        {"update", u"update tenantry.%1 set organization_id = organization_id"_s.arg(table)},
        {"delete", u"delete from tenantry.%1"_s.arg(table)}};
    for (const auto &[verb, sql] : statements) {
      QTest::addRow("%s %s, another organization", verb, qPrintable(table)) << foreign << sql;
      QTest::addRow("%s %s, no organization", verb, qPrintable(table)) << QString() << sql;
    }
  }
}

void TestTenantIsolation::foreignRowsAreOutOfReach() {
  QFETCH(QString, organization);
  QFETCH(QString, sql);
  enter(organization);
  const auto outcome = catalog().attempt(sql);
  QCOMPARE(outcome.rows, 0);
  const QStringList refusals{QString(), u"42501"_s,
                             u"P0001"_s}; // no rows, no right, or a trigger of ours before that
  QVERIFY2(refusals.contains(outcome.sqlState), qPrintable(outcome.sqlState));
  if (sql.startsWith(u"insert"_s))
    QVERIFY(!outcome.sqlState.isEmpty());
}

void TestTenantIsolation::globalTablesAreOnlyRead_data() {
  QTest::addColumn<QString>("table");
  for (const auto &table : std::as_const(m_globalTables))
    QTest::newRow(qPrintable(table)) << table;
}

void TestTenantIsolation::globalTablesAreOnlyRead() {
  QFETCH(QString, table);
  enter(own);
  const auto outcome = catalog().attempt(u"delete from tenantry.%1"_s.arg(table));
  QCOMPARE(outcome.sqlState, u"42501"_s);
}

QTEST_GUILESS_MAIN(TestTenantIsolation)
#include "tst_tenant_isolation.moc"
