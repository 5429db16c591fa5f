// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/usage_ingest.h"
#include "tests/support/test_database.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::benchmarks;

class TestBenchmarks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theMedianIsTheMiddle();
  void aQuantileIsOneOfTheValues();
  void roundsTakeTurnsAndTheFirstDoesNotCount();
  void anErrorEndsIt();
  void usageIngestMeasuresBoth();
};

void TestBenchmarks::theMedianIsTheMiddle() {
  QCOMPARE(median({}), 0.0);
  QCOMPARE(median({3, 1, 2}), 2.0);
  QCOMPARE(median({4, 1, 2, 3}), 2.5);
}

void TestBenchmarks::aQuantileIsOneOfTheValues() {
  QCOMPARE(quantile({}, 0.99), 0.0);
  QCOMPARE(quantile({7}, 0.99), 7.0);
  QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.0);
  QCOMPARE(quantile({4, 1, 3, 2}, 0.99), 4.0);
  QCOMPARE(quantile({4, 1, 3, 2}, 0), 1.0);
  Comparison measured{u"pages"_s, 1, 2, 0.5};
  QVERIFY(!toJson(measured).contains("p99_ms"));
  measured.p99Milliseconds = 3;
  QCOMPARE(toJson(measured).at("p99_ms").get<double>(), 3.0);
}

void TestBenchmarks::roundsTakeTurnsAndTheFirstDoesNotCount() {
  QString order;
  std::int64_t worked = 1000;
  const auto result = compare(
      u"turns"_s, 3,
      [&]() -> Result<Pace> {
        order += u'w';
        worked /= 10; // 100, then 10, 1, 0
        return Pace{worked, std::chrono::seconds(2)};
      },
      [&]() -> Result<Pace> {
        order += u'c';
        return Pace{40, std::chrono::seconds(2)};
      });
  QVERIFY(result);
  QCOMPARE(order, u"wcwcwcwc"_s);
  QCOMPARE(result->rate, 0.5);
  QCOMPARE(result->ceiling, 20.0);
  QCOMPARE(result->ratio, 0.025);
  QVERIFY(toJson(*result) ==
          (nlohmann::json{{"name", "turns"}, {"rate", 0.5}, {"ceiling", 20.0}, {"ratio", 0.025}}));
}

void TestBenchmarks::anErrorEndsIt() {
  const auto result = compare(
      u"broken"_s, 3, []() -> Result<Pace> { return fail(u"a.b"_s, u"No."_s); },
      []() -> Result<Pace> { return Pace{}; });
  QVERIFY(!result);
  QCOMPARE(result.error().code, u"a.b"_s);
}

void TestBenchmarks::usageIngestMeasuresBoth() {
  const tests::TestDatabase test;
  const auto result =
      usageIngest(test.settings(), tests::TestDatabase::rolePrefix(),
                  {.organizations = 100, .batchSize = 200, .batches = 2, .rounds = 1});
  QVERIFY2(result, qPrintable(result ? QString() : result.error().toString()));
  QVERIFY(result->rate > 0);
  QVERIFY(result->ceiling > 0);
  const auto database = test.connect();
  const auto rows = database->adHoc(
      "select count(*), (select sum(events) from usage_total)::bigint from usage_event");
  QCOMPARE((*rows)[0].get<int>(0), 400);
  QCOMPARE((*rows)[0].get<int>(1), 800); // the round that does not count too
}

QTEST_GUILESS_MAIN(TestBenchmarks)
#include "tst_benchmarks.moc"
