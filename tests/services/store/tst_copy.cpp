// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/copy.h"
#include "tests/support/test_database.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::store;
using tenantry::tests::TestDatabase;

class TestStoreCopy : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    m_database = m_test.connect();
    QVERIFY(m_database->script(
        "create schema tenantry; create table row (id uuid primary key, yes bool, big bigint, "
        "small int4, name text, bytes bytea, moment timestamptz, day date, body jsonb, "
        "days daterange, tags text[])"));
  }
  void init() { QVERIFY(m_database->script("truncate row")); }
  void everyTypeArrives();
  void manyRowsCrossTheBuffer();
  void aDuplicateIsSaidAtTheEnd();
  void aMissingTableIsSaidAtTheEnd();
  void leavingWithoutFinishWritesNothing();

private:
  std::int64_t count() {
    const auto rows = m_database->adHoc("select count(*) from row");
    return rows ? (*rows)[0].get<std::int64_t>(0) : -1;
  }
  TestDatabase m_test{TestDatabase::Content::Empty};
  std::unique_ptr<Database> m_database;
};

void TestStoreCopy::everyTypeArrives() {
  CopyWriter copy(*m_database, "row",
                  "id, yes, big, small, name, bytes, moment, day, body, days, tags");
  const LocalDay day{std::chrono::days(20'000)};
  copy.beginRow(11);
  copy.put(QUuid::fromString(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s));
  copy.put(true);
  copy.put(std::int64_t{-5'000'000'000});
  copy.putInt4(-7);
  copy.put(u"Größe"_s);
  copy.put(QByteArray("\0\xff", 2));
  copy.put(Instant(std::chrono::microseconds(1)));
  copy.put(day);
  copy.putJson(R"({"a": 1})");
  copy.putDayRange(day, day + std::chrono::days(30));
  copy.putTextArray({u"x"_s, u"y, z"_s});
  copy.beginRow(11);
  copy.put(QUuid::createUuid());
  for (int i = 0; i < 8; ++i)
    copy.putNull();
  copy.putDayRange(day, day);
  copy.putTextArray({});
  const auto rows = copy.finish();
  QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().toString()));
  QCOMPARE(*rows, std::int64_t{2});
  const auto text =
      m_database->adHoc("select string_agg(row::text, '|' order by yes) from row where yes");
  QVERIFY(text);
  QCOMPARE(
      (*text)[0].get<QString>(0),
      u"(0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b,t,-5000000000,-7,Größe,\"\\\\x00ff\",\"1970-01-01 "
      u"00:00:00.000001+00\",2024-10-04,\"{\"\"a\"\": 1}\",\"[2024-10-04,2024-11-03)\",\"{x,\"\"y, z\"\"}\")"_s);
  const auto empty =
      m_database->adHoc("select isempty(days) and tags = '{}' from row where yes is null");
  QVERIFY((*empty)[0].get<bool>(0));
}

void TestStoreCopy::manyRowsCrossTheBuffer() {
  constexpr int rowCount = 20'000;
  CopyWriter copy(*m_database, "row", "id, big, name");
  for (int i = 0; i < rowCount; ++i) {
    copy.beginRow(3);
    copy.put(makeUuidV7(Instant{}));
    copy.put(std::int64_t{i});
    copy.putUtf8("a name of some length");
  }
  QCOMPARE(copy.finish().value_or(0), std::int64_t{rowCount});
  const auto sum = m_database->adHoc("select sum(big)::bigint, count(*) from row");
  QVERIFY((*sum)[0].as<std::int64_t>() == std::tuple<std::int64_t>(199'990'000));
  QCOMPARE(count(), std::int64_t{rowCount});
}

void TestStoreCopy::aDuplicateIsSaidAtTheEnd() {
  const auto outcome = m_database->transaction([&]() -> Result<std::int64_t> {
    CopyWriter copy(*m_database, "row", "id");
    for (int i = 0; i < 2; ++i) {
      copy.beginRow(1);
      copy.put(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }
    return copy.finish();
  });
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.duplicate"_s);
  QCOMPARE(outcome.error().place.field, u"row_pkey"_s);
  QCOMPARE(count(), std::int64_t{0});
}

void TestStoreCopy::aMissingTableIsSaidAtTheEnd() {
  CopyWriter copy(*m_database, "nothing", "id");
  copy.beginRow(1);
  copy.putNull();
  const auto outcome = copy.finish();
  QVERIFY(!outcome);
  QCOMPARE(outcome.error().code, u"store.failed"_s);
}

void TestStoreCopy::leavingWithoutFinishWritesNothing() {
  {
    CopyWriter copy(*m_database, "row", "id");
    copy.beginRow(1);
    copy.put(QUuid::createUuid());
  }
  QCOMPARE(count(), std::int64_t{0});
}

QTEST_GUILESS_MAIN(TestStoreCopy)
#include "tst_copy.moc"
