// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/registry.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::benchmarks;

class TestBenchRegistry : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void eachBenchmarkMeasuresBoth_data();
  void eachBenchmarkMeasuresBoth();
  void everyGoalIsOfABenchmark_data();
  void everyGoalIsOfABenchmark();
  void theGateStandsAtFourFifths_data();
  void theGateStandsAtFourFifths();
  void aTimeIsKeptWhole();
};

void TestBenchRegistry::eachBenchmarkMeasuresBoth_data() {
  QTest::addColumn<QString>("name");
  for (const auto &name : {u"audit"_s, u"billing-preview"_s, u"billing-run-mixed"_s, u"list-page"_s,
                           u"list-page-invoices"_s, u"quota-reserve"_s, u"rls"_s,
                           u"usage-ingest-every-aggregation"_s, u"what-if"_s})
    QTest::addRow("%s", qPrintable(name)) << name;
}

void TestBenchRegistry::eachBenchmarkMeasuresBoth() {
  QFETCH(QString, name);
  const auto measured = benches().at(name)({300, 1});
  QVERIFY2(measured, qPrintable(measured ? QString() : measured.error().toString()));
  QCOMPARE(measured->name, name);
  QVERIFY(measured->rate > 0);
  QVERIFY(measured->ceiling > 0);
}

namespace {
/// What was promised of each benchmark; the preview takes at most half the time of the run, and a
/// year of 100,000 subscriptions is rated again in under a minute.
const std::map<QString, Goal> &promised() {
  static const std::map<QString, Goal> goals{{u"audit"_s, {0.85}},
                                             {u"billing-preview"_s, {2}},
                                             {u"billing-run"_s, {1.3}},
                                             {u"billing-run-mixed"_s, {1}},
                                             {u"billing-run-one-worker"_s, {0.8}},
                                             {u"list-page"_s, {0.5, 20}},
                                             {u"list-page-invoices"_s, {0.5, 20}},
                                             {u"quota-reserve"_s, {20}},
                                             {u"rls"_s, {0.9}},
                                             {u"usage-ingest"_s, {0.38}},
                                             {u"usage-ingest-every-aggregation"_s, {0.38}},
                                             {u"usage-ingest-large-batches"_s, {0.55}},
                                             {u"usage-ingest-one-organization"_s, {0.75}},
                                             {u"what-if"_s, {0, {}, 20'000}}};
  return goals;
}
} // namespace

void TestBenchRegistry::everyGoalIsOfABenchmark_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<double>("goal");
  QTest::addColumn<double>("p99");
  QTest::addColumn<double>("rate");
  for (const auto &[name, goal] : promised())
    QTest::addRow("%s", qPrintable(name))
        << name << goal.ratio << goal.p99Milliseconds.value_or(0) << goal.rate.value_or(0);
  for (const auto &[name, bench] : benches())
    if (!promised().contains(name))
      QTest::addRow("%s", qPrintable(name)) << name << -1.0 << 0.0 << 0.0;
}

void TestBenchRegistry::everyGoalIsOfABenchmark() {
  QFETCH(QString, name);
  QVERIFY(benches().contains(name));
  QVERIFY(goalOf(name));
  QTEST(goalOf(name)->ratio, "goal");
  QTEST(goalOf(name)->p99Milliseconds.value_or(0), "p99");
  QTEST(goalOf(name)->rate.value_or(0), "rate");
}

void TestBenchRegistry::theGateStandsAtFourFifths_data() {
  QTest::addColumn<double>("ratio");
  QTest::addColumn<double>("p99");
  QTest::addColumn<bool>("passes");
  QTest::newRow("the goal") << 0.5 << 12.0 << true;
  QTest::newRow("four fifths of it") << 0.4 << 12.0 << true;
  QTest::newRow("less") << 0.39 << 12.0 << false;
  QTest::newRow("too late") << 0.6 << 20.0 << false;
}

void TestBenchRegistry::aTimeIsKeptWhole() {
  const auto goal = goalOf(u"what-if"_s);
  QVERIFY(goal && goal->isPassedBy({u"what-if"_s, 20'001, 1, 0.01}));
  QVERIFY(goal && !goal->isPassedBy({u"what-if"_s, 20'000, 1, 9}));
}

void TestBenchRegistry::theGateStandsAtFourFifths() {
  QFETCH(double, ratio);
  QFETCH(double, p99);
  const Comparison comparison{u"list-page"_s, 1, 1, ratio, p99};
  QTEST(goalOf(u"list-page"_s)->isPassedBy(comparison), "passes");
}

QTEST_GUILESS_MAIN(TestBenchRegistry)
#include "tst_bench_registry.moc"
