// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/catalog/catalog.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tenantry::architecture;

/// The migrated schema, read from the catalog: its rules, who may do what, and what a tenant sees
/// of another.
class TestSchema : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void cleanup();

  void everyGlobalTableHasItsReason();
  void aGlobalTableIsDeclaredOnce();
  void schemaRule_data();
  void schemaRule();
  void rulesFindWhatBreaksThem_data();
  void rulesFindWhatBreaksThem();
  void rightsAreThoseOfThePage_data();
  void rightsAreThoseOfThePage();

private:
  [[nodiscard]] Catalog catalog() const { return Catalog(m_connection->handle()); }

  std::unique_ptr<tenantry::tests::TestDatabase> m_database;
  std::unique_ptr<tenantry::store::Database> m_connection;
  QMap<QString, QString> m_globalTables;
  SchemaRules m_rules;
};

namespace {
QString rightsInCatalog(const Catalog &catalog, const QString &table, const QString &group) {
  return catalog.value(
      u"select concat(case when has_table_privilege(role, name, 'select') then 'r' end, "
      "case when has_table_privilege(role, name, 'insert') then 'i' end, "
      "case when has_table_privilege(role, name, 'update') then 'u' end, "
      "case when has_table_privilege(role, name, 'delete') then 'd' end) "
      "from (select '%1'::text as role, 'tenantry.%2'::text as name) as wanted"_s.arg(
          catalog.role(group), table));
}
} // namespace

void TestSchema::initTestCase() {
  m_database = std::make_unique<tenantry::tests::TestDatabase>();
  m_connection = m_database->connect();
  m_globalTables = globalTablesOf(contentOf(u"tests/architecture/global_tables.txt"_s));
  m_rules = schemaRulesOf(contentOf(u"tests/architecture/schema_rules.sql"_s));
  QVERIFY(!m_rules.rules.isEmpty());
  catalog().run(u"create temp table declared_global (name text primary key)"_s);
  const auto names = m_globalTables.keys();
  for (const auto &name : names)
    catalog().run(u"insert into declared_global values ('%1')"_s.arg(name));
  catalog().run(m_rules.preparation);
  catalog().run(u"begin"_s);
}

/// Each test function may change the schema; nothing of it stays.
void TestSchema::cleanup() { catalog().run(u"rollback; begin"_s); }

void TestSchema::everyGlobalTableHasItsReason() {
  QVERIFY(!m_globalTables.isEmpty());
  for (auto it = m_globalTables.cbegin(); it != m_globalTables.cend(); ++it)
    QVERIFY2(it.value().size() > 10,
             qPrintable(u"%1 needs a reason in global_tables.txt"_s.arg(it.key())));
}

void TestSchema::aGlobalTableIsDeclaredOnce() {
  QCOMPARE(globalTablesOf(u"# Why\na  one reason\nb  another"_s).size(), 2);
  QVERIFY_THROWS_EXCEPTION(std::invalid_argument, globalTablesOf(u"a  one reason\nb  x\na  y"_s));
}

void TestSchema::schemaRule_data() {
  QTest::addColumn<QString>("query");
  for (const auto &[broken, query] : std::as_const(m_rules.rules))
    QTest::newRow(qPrintable(broken)) << query;
}

void TestSchema::schemaRule() {
  QFETCH(QString, query);
  const auto offenders = catalog().column(query);
  QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(u", "_s)));
}

void TestSchema::rulesFindWhatBreaksThem_data() {
  QTest::addColumn<QString>("rule");
  QTest::addColumn<QString>("sql");
  const auto row = [](const char *rule, const char *sql) {
    QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(sql);
  };
  row("R0 a table without", "create table tenantry.bad (id uuid primary key)");
  row("R0 global_tables.txt", "insert into declared_global values ('gone')");
  row("R1", "create table tenantry.bad (organization_id text primary key)");
  row("R2", "create table tenantry.bad (organization_id uuid not null)");
  row("R3", "create table tenantry.bad (id uuid primary key, organization_id uuid not null)");
  row("R4", "create table tenantry.bad (organization_id uuid primary key, day daterange, exclude "
            "using gist (day with &&))");
  row("R5", "create table tenantry.a (organization_id uuid primary key, id uuid, unique "
            "(organization_id, id));"
            "create table tenantry.bad (organization_id uuid primary key, other uuid,"
            " foreign key (other, organization_id) references tenantry.a (organization_id, id))");
  row("R6", "create table tenantry.bad (organization_id uuid primary key"
            " references tenantry.organization on delete set null)");
  row("R7", "create table tenantry.bad (organization_id uuid primary key, job uuid references "
            "tenantry.job)");
  row("R8", "alter table tenantry.job add organization_id uuid references tenantry.organization");
  row("R9",
      "create policy bad on tenantry.member to public using (exists (select from tenantry.team))");
  row("R10 row-level security is off",
      "create table tenantry.bad (organization_id uuid primary key)");
  row("R10 the owner of a table", "alter role \"@prefix@_owner\" login");
  row("R11", "create table tenantry.bad (organization_id uuid primary key, n int generated always "
             "as identity)");
  row("R12",
      "create function tenantry.f() returns trigger language plpgsql as 'begin return null; end';"
      "create trigger bad after insert on tenantry.plan_version for each row execute function "
      "tenantry.f()");
  row("R13", "create function tenantry.f() returns trigger language plpgsql as 'begin perform "
             "tg_table_name; return null; end';"
             "create trigger bad after insert on tenantry.member for each row execute function "
             "tenantry.f()");
  row("R14", "create table tenantry.a_name_that_is_longer_than_fifty_two_bytes_is_not_good"
             " (organization_id uuid primary key)");
  row("R15", "create rule bad as on delete to tenantry.member do instead nothing");
  row("R16", "alter table tenantry.job add stamp xid8 default pg_current_xact_id()");
  row("R17", "grant select on tenantry.consumer_position to pg_monitor");
  row("R18", "grant select on tenantry.member to public");
  row("R19", "alter policy tenant on tenantry.member using (true)");
  row("R20",
      "create function tenantry.f() returns int language sql security definer as 'select 1'");
  row("R21", "grant update (name) on tenantry.organization to pg_monitor");
  row("R22", "create role \"@prefix@_bad\" createrole");
  row("R23", "create view tenantry.bad as select name from tenantry.organization");
  row("R24", "grant truncate on tenantry.member to \"@prefix@_worker\"");
  row("R25", "grant execute on function tenantry.audit_inserted() to public");
}

void TestSchema::rulesFindWhatBreaksThem() {
  QFETCH(QString, rule);
  QFETCH(QString, sql);
  const auto found =
      std::find_if(m_rules.rules.cbegin(), m_rules.rules.cend(), [&](const auto &known) {
        return (known.first + u" "_s).startsWith(rule + u" "_s);
      });
  QVERIFY(found != m_rules.rules.cend());
  const auto before = catalog().column(found->second);
  catalog().run(sql.replace(u"@prefix@"_s, catalog().role({}).chopped(1)));
  const auto after = catalog().column(found->second);
  QVERIFY2(after.size() > before.size(), "The rule does not see it.");
}

void TestSchema::rightsAreThoseOfThePage_data() {
  QTest::addColumn<QString>("table");
  QTest::addColumn<QStringList>("rights");
  const auto rights = rightsOf(contentOf(u"docs/rights.md"_s));
  const auto tables = catalog().tables() + rights.keys();
  for (const auto &table : QSet<QString>(tables.cbegin(), tables.cend()))
    QTest::newRow(qPrintable(table)) << table << rights.value(table);
}

void TestSchema::rightsAreThoseOfThePage() {
  QFETCH(QString, table);
  QFETCH(QStringList, rights);
  QVERIFY2(rights.size() == groups.size(),
           "The table has no whole row in docs/rights.md: see scripts/print-rights.");
  QVERIFY2(catalog().tables().contains(table),
           "docs/rights.md has a row of a table that does not exist.");
  for (int i = 0; i < groups.size(); ++i) {
    const auto held = rightsInCatalog(catalog(), table, groups.at(i));
    QVERIFY2(held == rights.at(i),
             qPrintable(u"%1 may '%2' in the database, '%3' in docs/rights.md"_s.arg(
                 groups.at(i), held, rights.at(i))));
  }
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
