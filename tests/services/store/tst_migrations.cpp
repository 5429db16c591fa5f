// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/migrations.h"
#include "tests/support/test_database.h"
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

class TestStoreMigrations : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void anEmptyDatabaseIsBroughtUp();
  void twoAtOnceDoItOnce();
  void aNewerDatabaseIsRefused();
  void anEditedMigrationIsRefused();
  void theFirstPrefixStays();
  void aBadPrefixIsRefused();
  void anOldServerIsRefused_data();
  void anOldServerIsRefused();
  void aCopyOfTheTemplateIsQuick();
};

void TestStoreMigrations::anEmptyDatabaseIsBroughtUp() {
  const TestDatabase test(TestDatabase::Content::Empty);
  const auto database = test.connect();
  QCOMPARE(schemaVersion(*database).value_or(-1), 0);
  const auto applied = migrate(*database, TestDatabase::rolePrefix(), SystemClock());
  QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().toString()));
  QCOMPARE(*applied, latestSchemaVersion());
  QCOMPARE(schemaVersion(*database).value_or(-1), latestSchemaVersion());
  QCOMPARE(migrate(*database, TestDatabase::rolePrefix(), SystemClock()).value_or(-1), 0);
}

void TestStoreMigrations::twoAtOnceDoItOnce() {
  const TestDatabase test(TestDatabase::Content::Empty);
  std::array<int, 2> applied{-1, -1};
  std::vector<std::thread> threads;
  for (auto &mine : applied)
    threads.emplace_back([&] {
      const auto database = test.connect();
      mine = migrate(*database, TestDatabase::rolePrefix(), SystemClock()).value_or(-2);
    });
  for (auto &thread : threads)
    thread.join();
  QCOMPARE(applied[0] + applied[1], latestSchemaVersion());
  QVERIFY(applied[0] == 0 || applied[1] == 0);
}

void TestStoreMigrations::aNewerDatabaseIsRefused() {
  const TestDatabase test;
  const auto database = test.connect();
  QVERIFY(database->script("insert into schema_migration values (9999, '9999_later', 'x', now())"));
  QCOMPARE(schemaVersion(*database).error().code, u"store.schema_newer"_s);
  QCOMPARE(migrate(*database, TestDatabase::rolePrefix(), SystemClock()).error().code,
           u"store.schema_newer"_s);
}

void TestStoreMigrations::anEditedMigrationIsRefused() {
  const TestDatabase test;
  const auto database = test.connect();
  QVERIFY(database->script("update schema_migration set checksum = 'x' where version = 1"));
  QCOMPARE(migrate(*database, TestDatabase::rolePrefix(), SystemClock()).error().code,
           u"store.migration_edited"_s);
}

void TestStoreMigrations::theFirstPrefixStays() {
  const TestDatabase test;
  const auto database = test.connect();
  QCOMPARE(rolePrefix(*database).value_or(QString()), TestDatabase::rolePrefix());
  QCOMPARE(migrate(*database, u"another"_s, SystemClock()).value_or(-1), 0);
  QCOMPARE(rolePrefix(*database).value_or(QString()), TestDatabase::rolePrefix());
}

void TestStoreMigrations::aBadPrefixIsRefused() {
  const TestDatabase test(TestDatabase::Content::Empty);
  const auto database = test.connect();
  for (const auto &prefix : {u""_s, u"Upper"_s, u"a\"b"_s, u"1a"_s, u"a\n"_s, QString(41, u'a')})
    QCOMPARE(migrate(*database, prefix, SystemClock()).error().code, u"store.role_prefix"_s);
}

void TestStoreMigrations::anOldServerIsRefused_data() {
  QTest::addColumn<int>("version");
  QTest::addColumn<QString>("said");
  QTest::newRow("9.6") << 90624 << u"PostgreSQL 9;"_s;
  QTest::newRow("the last 14") << 149999 << u"PostgreSQL 14;"_s;
  QTest::newRow("the first 15") << 150000 << QString();
  QTest::newRow("one to come") << 190001 << QString();
}

void TestStoreMigrations::anOldServerIsRefused() {
  QFETCH(int, version);
  QFETCH(QString, said);
  const auto checked = checkServerVersion(version);
  QCOMPARE(checked.has_value(), said.isEmpty());
  if (!checked) {
    QCOMPARE(checked.error().code, u"store.version"_s);
    QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
  }
}

void TestStoreMigrations::aCopyOfTheTemplateIsQuick() {
  { const TestDatabase first; }
  QBENCHMARK { const TestDatabase test; }
}

QTEST_GUILESS_MAIN(TestStoreMigrations)
#include "tst_migrations.moc"
