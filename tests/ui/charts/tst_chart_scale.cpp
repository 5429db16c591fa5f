// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_scale.h"
#include <QTest>
#include <limits>

using namespace tenantry::ui;

class TestChartScale : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void marksAreExactAndHoldAllValues_data();
  void marksAreExactAndHoldAllValues();
  void sharesGoFromEndToEnd();
};

void TestChartScale::marksAreExactAndHoldAllValues_data() {
  QTest::addColumn<qint64>("lowest");
  QTest::addColumn<qint64>("highest");
  QTest::addColumn<int>("mostSteps");
  QTest::addColumn<QList<qint64>>("ticks");
  using List = QList<qint64>;
  QTest::newRow("from zero") << qint64(0) << qint64(8) << 5 << List{0, 2, 4, 6, 8};
  QTest::newRow("nothing at all") << qint64(0) << qint64(0) << 5 << List{0, 1};
  QTest::newRow("one") << qint64(0) << qint64(1) << 5 << List{0, 1};
  QTest::newRow("a prime") << qint64(0) << qint64(97) << 5 << List{0, 20, 40, 60, 80, 100};
  QTest::newRow("below and above zero") << qint64(-30) << qint64(75) << 4 << List{-50, 0, 50, 100};
  QTest::newRow("all negative") << qint64(-900) << qint64(-100) << 2 << List{-1000, -500, 0};
  QTest::newRow("not from zero") << qint64(1030) << qint64(1160) << 4
                                 << List{1000, 1050, 1100, 1150, 1200};
  QTest::newRow("room for one step") << qint64(3) << qint64(17) << 1 << List{0, 20};
  QTest::newRow("given the other way round") << qint64(8) << qint64(0) << 5 << List{0, 2, 4, 6, 8};
  const auto most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
  QTest::newRow("the largest integer")
      << qint64(0) << most << 2 << List{0, 5'000'000'000'000'000'000};
  QTest::newRow("all integers") << least << most << 2 << List{least, least / 2 + 0, 0};
}

void TestChartScale::marksAreExactAndHoldAllValues() {
  QFETCH(qint64, lowest);
  QFETCH(qint64, highest);
  QFETCH(int, mostSteps);
  QFETCH(QList<qint64>, ticks);
  const auto scale = ChartScale::over(lowest, highest, mostSteps);
  QVERIFY(scale.lowest <= std::min(lowest, highest) && scale.highest >= std::max(lowest, highest));
  const auto found = scale.ticks();
  QVERIFY(int(found.size()) <= mostSteps + 1);
  if (QByteArrayView(QTest::currentDataTag()) == "all integers")
    return; // there is no room for steps beyond
  QCOMPARE(QList<qint64>(found.begin(), found.end()), ticks);
}

void TestChartScale::sharesGoFromEndToEnd() {
  const auto scale = ChartScale::over(-50, 100, 3);
  QCOMPARE(scale.share(scale.lowest), 0.0);
  QCOMPARE(scale.share(scale.highest), 1.0);
  QVERIFY(std::abs(scale.share(0) - 1.0 / 3) < 1e-9);
}

QTEST_GUILESS_MAIN(TestChartScale)
#include "tst_chart_scale.moc"
