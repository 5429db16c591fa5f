// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/no_database_here.h"
#include "tests/support/test_database.h"
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

class TestStoreDatabase : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    m_test = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
    m_database = m_test->connect();
    QVERIFY(m_database->script(
        "create schema tenantry; create table thing (key text primary key, count bigint not "
        "null constraint thing_count check (count >= 0)); create table part (key text "
        "constraint part_of references thing)"));
  }
  void cleanupTestCase() {
    m_database.reset();
    m_test.reset();
  }
  void init() {
    QVERIFY(m_database->script("truncate thing, part; insert into thing values ('a', 1)"));
  }

  void everyTypeComesBackExactly();
  void nullsAndArraysComeBack();
  void aWrongReadIsAMistakeOfTheProgram();
  void sqlStatesBecomeCodes_data();
  void sqlStatesBecomeCodes();
  void aRaiseCarriesItsOwnCode();
  void anErrorRollsBack();
  void anExceptionRollsBackAndPasses();
  void aNestedErrorUndoesItsPartOnly();
  void aConflictRunsTheWholeWorkAgain();
  void aConflictAtCommitRunsTheWholeWorkAgain();
  void conflictsEndAfterFiveAttempts();
  void aSilencedErrorStillFailsTheCommit();
  void aStatementTimesOut();
  void aRunningStatementIsCancelled();
  void aTransactionThatStandsStillGivesItsLocksUp();
  void aLostConnectionIsSaid();
  void aScriptReportsItsFirstError();
  void aMissingServerIsSaid();
  void theSessionIsUtcWithItsSearchPath();
  void whereNothingMayWaitEveryCallIsAMistake();

private:
  std::int64_t count(const QByteArray &key = "a") {
    const auto rows = m_database->adHoc("select count from thing where key = :key",
                                        {{"key", QString::fromUtf8(key)}});
    return rows && !rows->isEmpty() ? (*rows)[0].get<std::int64_t>(0) : -1;
  }
  std::unique_ptr<TestDatabase> m_test;
  std::unique_ptr<Database> m_database;
};

void TestStoreDatabase::everyTypeComesBackExactly() {
  const auto uuid = QUuid::fromString(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s);
  const Instant instant = Instant(std::chrono::microseconds(1'767'225'599'123'457));
  const LocalDay day = LocalDay(std::chrono::days(-12'345));
  const Json json = {{"amount", 19900}, {"currency", "EUR"}, {"name", "Zoë"}};
  const auto rows = m_database->adHoc(
      "select :yes as yes, :small::int4 as small, :big as big, :ratio as ratio, :text as text, "
      ":bytes as bytes, "
      ":uuid as uuid, :instant as instant, :day as day, :json as json, :text::varchar as other, "
      "extract(epoch from :instant)::text as epoch, :day::text, :uuid::text",
      {{"yes", true},
       {"small", -7},
       {"big", std::int64_t{9'007'199'254'740'993}},
       {"ratio", 0.1},
       {"text", u"Größe 🧾"_s},
       {"bytes", QByteArray("\0\xff", 2)},
       {"uuid", uuid},
       {"instant", instant},
       {"day", day},
       {"json", json}});
  QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().toString()));
  const auto row = (*rows)[0];
  QCOMPARE(row.get<bool>(0), true);
  QCOMPARE(row.get<int>(1), -7);
  QCOMPARE(row.get<std::int64_t>(2), std::int64_t{9'007'199'254'740'993});
  QCOMPARE(row.get<double>(3), 0.1);
  QCOMPARE(row.get<QString>(4), u"Größe 🧾"_s);
  QCOMPARE(row.get<std::string>(4), std::string("Größe 🧾"));
  QCOMPARE(row.get<QByteArray>(5), QByteArray("\0\xff", 2));
  QCOMPARE(row.get<QUuid>(6), uuid);
  QCOMPARE(row.get<OrganizationId>(6).uuid(), uuid);
  QVERIFY(row.get<Instant>(7) == instant);
  QVERIFY(row.get<LocalDay>(8) == day);
  QVERIFY(row.get<Json>(9) == json);
  QCOMPARE(row.get<QString>(10), u"Größe 🧾"_s);
  QCOMPARE(row.get<QString>(11), u"1767225599.123457"_s);
  QCOMPARE(row.get<QString>(12), u"1936-03-15"_s);
  QCOMPARE(row.get<QString>(13), u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s);
}

void TestStoreDatabase::nullsAndArraysComeBack() {
  const std::vector<std::optional<QString>> names{u"a"_s, std::nullopt, u"c"_s};
  const std::vector<OrganizationId> ids{makeId<OrganizationId>(Instant{}),
                                        makeId<OrganizationId>(Instant{})};
  const std::vector<Json> jsons{Json{{"k", 1}}, Json::array({1, 2})};
  const auto rows =
      m_database->adHoc("select :none as none, :names as names, :ids as ids, :numbers as numbers, "
                        ":empty as empty, :jsons as jsons, "
                        ":days::text as days, 'infinity'::timestamptz as ever",
                        {{"none", std::optional<Instant>()},
                         {"names", names},
                         {"ids", ids},
                         {"numbers", std::vector<int>{3, -2}},
                         {"empty", std::vector<Instant>{}},
                         {"jsons", jsons},
                         {"days", std::vector<LocalDay>{LocalDay(std::chrono::days(20'000))}}});
  QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().toString()));
  const auto row = (*rows)[0];
  QVERIFY(!row.get<std::optional<Instant>>(0));
  QVERIFY(row.get<std::vector<std::optional<QString>>>(1) == names);
  QVERIFY(row.get<std::vector<OrganizationId>>(2) == ids);
  QVERIFY((row.get<std::vector<int>>(3) == std::vector<int>{3, -2}));
  QVERIFY(row.get<std::vector<Instant>>(4).empty());
  QVERIFY(row.get<std::vector<Json>>(5) == jsons);
  QCOMPARE(row.get<QString>(6), u"{2024-10-04}"_s);
  QVERIFY(row.get<Instant>(7) == Instant::max());
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)row.get<std::vector<QString>>(1));
}

void TestStoreDatabase::aWrongReadIsAMistakeOfTheProgram() {
  const auto rows = m_database->adHoc("select 1::numeric, null::text, 5000000000");
  QVERIFY(rows);
  const auto row = (*rows)[0];
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)row.get<double>(0));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)row.get<QString>(1));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)row.get<int>(2));
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)row.get<int>(3));
}

void TestStoreDatabase::sqlStatesBecomeCodes_data() {
  QTest::addColumn<QByteArray>("sql");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("field");
  QTest::newRow("23505") << QByteArray("insert into thing values ('a', 1)") << u"store.duplicate"_s
                         << u"thing_pkey"_s;
  QTest::newRow("23503") << QByteArray("insert into part values ('z')") << u"store.reference"_s
                         << u"part_of"_s;
  QTest::newRow("23514") << QByteArray("update thing set count = -1") << u"store.constraint"_s
                         << u"thing_count"_s;
  QTest::newRow("P0001") << QByteArray("do $$ begin raise exception 'no'; end $$")
                         << u"store.constraint"_s << u""_s;
  QTest::newRow("42501") << QByteArray("do $$ begin raise insufficient_privilege; end $$")
                         << u"store.forbidden"_s << u""_s;
  QTest::newRow("57014") << QByteArray("do $$ begin raise query_canceled; end $$")
                         << u"store.cancelled"_s << u""_s;
  QTest::newRow("40001") << QByteArray("do $$ begin raise serialization_failure; end $$")
                         << u"store.conflict"_s << u""_s;
  QTest::newRow("40P01") << QByteArray("do $$ begin raise deadlock_detected; end $$")
                         << u"store.conflict"_s << u""_s;
  QTest::newRow("53100") << QByteArray("do $$ begin raise disk_full; end $$")
                         << u"store.disk_full"_s << u""_s;
  QTest::newRow("55P03") << QByteArray("do $$ begin raise lock_not_available; end $$")
                         << u"store.locked"_s << u""_s;
  QTest::newRow("57P01") << QByteArray("do $$ begin raise admin_shutdown; end $$")
                         << u"store.disconnected"_s << u""_s;
  QTest::newRow("25P03") << QByteArray("do $$ begin raise sqlstate '25P03'; end $$")
                         << u"store.disconnected"_s << u""_s;
  QTest::newRow("25006") << QByteArray("do $$ begin raise read_only_sql_transaction; end $$")
                         << u"store.read_only"_s << u""_s;
  QTest::newRow("53200") << QByteArray("do $$ begin raise out_of_memory; end $$")
                         << u"store.server_failed"_s << u""_s;
  QTest::newRow("58030") << QByteArray("do $$ begin raise io_error; end $$")
                         << u"store.server_failed"_s << u""_s;
  QTest::newRow("42601") << QByteArray("selec 1") << u"store.failed"_s << u""_s;
}

void TestStoreDatabase::sqlStatesBecomeCodes() {
  QFETCH(QByteArray, sql);
  const auto outcome = m_database->script(sql);
  QVERIFY(!outcome);
  QTEST(outcome.error().code, "code");
  QTEST(outcome.error().place.field, "field");
  QVERIFY(outcome.error().message.endsWith(u'.'));
}

void TestStoreDatabase::aRaiseCarriesItsOwnCode() {
  const auto outcome = m_database->script("do $$ begin raise exception 'It exists already.' using "
                                          "detail = 'code=subscription.exists'; end $$");
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"subscription.exists"_s);
  QCOMPARE(outcome.error().message, u"It exists already."_s);
}

void TestStoreDatabase::anErrorRollsBack() {
  const auto outcome = m_database->transaction([&]() -> Result<int> {
    TENANTRY_CHECK(m_database->script("update thing set count = 5"));
    return fail(u"plan.unknown"_s, u"No."_s);
  });
  QCOMPARE(outcome.error().code, u"plan.unknown"_s);
  QVERIFY(!m_database->inTransaction());
  QCOMPARE(count(), 1);
}

void TestStoreDatabase::anExceptionRollsBackAndPasses() {
  const auto work = [&]() -> Result<> {
    TENANTRY_CHECK(m_database->script("update thing set count = 5"));
    throw ProgrammingError("broken");
  };
  QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_database->transaction(work));
  QVERIFY(!m_database->inTransaction());
  QCOMPARE(count(), 1);
}

void TestStoreDatabase::aNestedErrorUndoesItsPartOnly() {
  const auto outcome = m_database->transaction([&]() -> Result<> {
    TENANTRY_CHECK(m_database->script("update thing set count = 2"));
    const auto inner = m_database->transaction([&]() -> Result<> {
      TENANTRY_CHECK(m_database->script("update thing set count = 9"));
      return m_database->script("insert into thing values ('a', 1)");
    });
    return inner ? Result<>(fail(u"test.no_error"_s, u"Expected an error."_s)) : Result<>{};
  });
  QVERIFY(outcome);
  QCOMPARE(count(), 2);
}

void TestStoreDatabase::aConflictRunsTheWholeWorkAgain() {
  int runs = 0;
  const auto outcome = m_database->transaction([&]() -> Result<int> {
    ++runs;
    TENANTRY_CHECK(m_database->script("update thing set count = count + 1"));
    if (runs < 3)
      TENANTRY_CHECK(m_database->script("do $$ begin raise serialization_failure; end $$"));
    return runs;
  });
  QVERIFY(outcome);
  QCOMPARE(*outcome, 3);
  QCOMPARE(count(), 2);
}

void TestStoreDatabase::aConflictAtCommitRunsTheWholeWorkAgain() {
  const auto other = m_test->connect();
  QVERIFY(m_database->script("insert into thing values ('b', 1)"));
  int runs = 0;
  // Write skew: each reads what the other one writes; the second to commit is refused.
  const auto outcome = m_database->transaction([&]() -> Result<> {
    ++runs;
    TENANTRY_CHECK(m_database->script(
        "set transaction isolation level serializable; select sum(count) from thing"));
    TENANTRY_CHECK(m_database->script("update thing set count = count + 10 where key = 'a'"));
    if (runs == 1)
      TENANTRY_CHECK(
          other->script("begin isolation level serializable; select sum(count) from thing; "
                        "update thing set count = count + 10 where key = 'b'; commit"));
    return {};
  });
  QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
  QCOMPARE(runs, 2);
  QCOMPARE(count("a"), 11);
  QCOMPARE(count("b"), 11);
}

void TestStoreDatabase::conflictsEndAfterFiveAttempts() {
  int runs = 0;
  const auto outcome = m_database->transaction([&]() -> Result<> {
    ++runs;
    return fail(u"store.conflict"_s, u"Again."_s);
  });
  QCOMPARE(outcome.error().code, u"store.conflict"_s);
  QCOMPARE(runs, 5);
}

void TestStoreDatabase::aSilencedErrorStillFailsTheCommit() {
  const auto outcome = m_database->transaction([&]() -> Result<> {
    (void)m_database->script("insert into thing values ('a', 1)");
    return {};
  });
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.duplicate"_s);
}

void TestStoreDatabase::aStatementTimesOut() {
  auto settings = m_test->settings();
  settings.statementTimeout = std::chrono::milliseconds(50);
  const auto database = Database::open(settings);
  QVERIFY(database);
  const auto outcome = (*database)->script("select pg_sleep(10)");
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.cancelled"_s);
}

void TestStoreDatabase::aRunningStatementIsCancelled() {
  const auto canceller = m_database->canceller();
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    QVERIFY(canceller.cancel());
  });
  const auto outcome = m_database->adHoc("select pg_sleep(20)::text");
  other.join();
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.cancelled"_s);
  QCOMPARE(count(), 1); // and the connection goes on
}

void TestStoreDatabase::aTransactionThatStandsStillGivesItsLocksUp() {
  const auto hanging = m_test->connect();
  const auto limit =
      hanging->adHoc("select current_setting('idle_in_transaction_session_timeout')");
  QCOMPARE((*limit)[0].get<QString>(0), u"1min"_s);
  QVERIFY(hanging->script("set idle_in_transaction_session_timeout = '50ms'"));
  const auto outcome = hanging->transaction([&]() -> Result<> {
    TENANTRY_CHECK(hanging->script("update thing set count = 7"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return m_database->script("set lock_timeout = '10s'; update thing set count = 8");
  });
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.disconnected"_s);
  QCOMPARE(count(), 8);
}

void TestStoreDatabase::aLostConnectionIsSaid() {
  const auto victim = m_test->connect();
  const auto pid = victim->adHoc("select pg_backend_pid()");
  QVERIFY(pid);
  QVERIFY(victim->isConnected());
  const auto outcome = victim->transaction([&]() -> Result<> {
    TENANTRY_CHECK(m_database->adHoc("select pg_terminate_backend(:pid::int4)",
                                     {{"pid", (*pid)[0].get<int>(0)}}));
    return victim->script("select 1");
  });
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.disconnected"_s);
  QVERIFY(!victim->isConnected());
  const auto next = victim->transaction([]() -> Result<> { return {}; });
  QVERIFY(!next);
  QCOMPARE(next.error().code, u"store.disconnected"_s);
}

void TestStoreDatabase::aScriptReportsItsFirstError() {
  const auto outcome = m_database->script("select 1; insert into thing values ('a', 1); selec");
  QVERIFY(!outcome);
  const auto second = m_database->script(
      "select 1; insert into thing values ('a', 1); insert into thing values ('q', 1)");
  QVERIFY(!second);
  QCOMPARE(second.error().code, u"store.duplicate"_s);
  QCOMPARE(count("q"), -1);
  const auto copy = m_database->script("copy thing from stdin");
  QVERIFY(!copy);
  QCOMPARE(count(), 1);
}

void TestStoreDatabase::aMissingServerIsSaid() {
  const auto database = Database::open({u"host=/nonexistent dbname=tenantry"_s, {}, {}});
  QVERIFY(!database);
  QCOMPARE(database.error().code, u"store.disconnected"_s);
}

void TestStoreDatabase::theSessionIsUtcWithItsSearchPath() {
  const auto rows =
      m_database->adHoc("select current_setting('TimeZone'), current_setting('search_path'), "
                        "current_setting('application_name'), current_setting('client_encoding')");
  QVERIFY(rows);
  const auto [zone, path, application, encoding] =
      (*rows)[0].as<QString, QString, QString, QString>();
  QCOMPARE(zone, u"UTC"_s);
  QCOMPARE(path, u"tenantry, public"_s);
  QCOMPARE(application, u"tests"_s);
  QCOMPARE(encoding, u"UTF8"_s);
}

void TestStoreDatabase::whereNothingMayWaitEveryCallIsAMistake() {
  {
    const NoDatabaseHere rule;
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_test->connect());
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_database->query("has_schema"));
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_database->adHoc("select 1"));
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_database->script("select 1"));
    QVERIFY_THROWS_EXCEPTION(ProgrammingError,
                             (void)m_database->transaction([]() -> Result<> { return {}; }));
    QVERIFY_THROWS_EXCEPTION(ProgrammingError, (void)m_database->canceller().cancel());
    bool works = false;
    std::thread([&] { works = m_test->connect()->adHoc("select 1").has_value(); }).join();
    QVERIFY(works);
  }
  QVERIFY(m_database->adHoc("select 1"));
}

QTEST_GUILESS_MAIN(TestStoreDatabase)
#include "tst_database.moc"
