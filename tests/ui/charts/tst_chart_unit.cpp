// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"
#include <QTest>
#include <limits>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestChartUnit : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void valuesAreExactAndMarksShort_data();
  void valuesAreExactAndMarksShort();
  void smallValuesBesideLargeOnesAreNotNothing();
  void marksKeepWhatTheirStepNeeds_data();
  void marksKeepWhatTheirStepNeeds();
  void labelsAreInTheLocale();
  void theSummarySaysTheNewestFigures();
};

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates), german(QLocale::German);

ChartUnit dollars() { return ChartUnit::money(Currency::parse(u"USD").value()); }
ChartUnit yen() { return ChartUnit::money(Currency::parse(u"JPY").value()); }

} // namespace

void TestChartUnit::valuesAreExactAndMarksShort_data() {
  QTest::addColumn<ChartUnit>("unit");
  QTest::addColumn<qint64>("value");
  QTest::addColumn<QLocale>("locale");
  QTest::addColumn<QString>("exact");
  QTest::addColumn<QString>("brief");
  QTest::newRow("a small count") << ChartUnit() << qint64(42) << english << u"42"_s << u"42"_s;
  QTest::newRow("thousands") << ChartUnit() << qint64(12'345) << english << u"12,345"_s
                             << u"12.3k"_s;
  QTest::newRow("below ten thousand")
      << ChartUnit() << qint64(9'999) << english << u"9,999"_s << u"9,999"_s;
  QTest::newRow("millions") << ChartUnit() << qint64(69'900'000) << english << u"69,900,000"_s
                            << u"69.9M"_s;
  QTest::newRow("in tenths") << ChartUnit::count(1) << qint64(1'234) << english << u"123.4"_s
                             << u"123.4"_s;
  QTest::newRow("money") << dollars() << qint64(5'270'050) << english << u"$52,700.50"_s
                         << u"$52.7k"_s;
  QTest::newRow("money below zero")
      << dollars() << qint64(-2'460'000) << english << u"−$24,600.00"_s << u"−$24.6k"_s;
  QTest::newRow("money in German")
      << dollars() << qint64(5'270'050) << german << u"52.700,50\u00A0$"_s << u"52,7k\u00A0$"_s;
  QTest::newRow("hundreds have no tenths of a dollar")
      << dollars() << qint64(221'441) << english << u"$2,214.41"_s << u"$2,214"_s;
  QTest::newRow("cents alone") << dollars() << qint64(40) << english << u"$0.40"_s << u"$0.40"_s;
  QTest::newRow("no minor unit") << yen() << qint64(52'700) << english << u"¥52,700"_s
                                 << u"¥52.7k"_s;
  QTest::newRow("a share") << ChartUnit::permille() << qint64(852) << english << u"85.2%"_s
                           << u"85.2%"_s;
  QTest::newRow("a share in German")
      << ChartUnit::permille() << qint64(1000) << german << u"100\u00A0%"_s << u"100\u00A0%"_s;
  QTest::newRow("the largest") << ChartUnit() << std::numeric_limits<qint64>::max() << english
                               << u"9,223,372,036,854,775,807"_s << u"9,223,372tn"_s;
  QTest::newRow("the lowest") << ChartUnit() << std::numeric_limits<qint64>::min() << english
                              << u"−9,223,372,036,854,775,808"_s << u"−9,223,372tn"_s;
}

void TestChartUnit::valuesAreExactAndMarksShort() {
  QFETCH(ChartUnit, unit);
  QFETCH(qint64, value);
  QFETCH(QLocale, locale);
  QTEST(unit.text(value, locale), "exact");
  QTEST(unit.shortText(value, value, 1, locale), "brief");
}

void TestChartUnit::smallValuesBesideLargeOnesAreNotNothing() {
  QCOMPARE(dollars().shortText(2'100, 2'500'000, 1, english), u"$21"_s);
  QCOMPARE(dollars().shortText(-36'000, 2'500'000, 1, english), u"−$0.4k"_s);
  QCOMPARE(dollars().shortText(0, 2'500'000, 1, english), u"$0"_s);
}

void TestChartUnit::marksKeepWhatTheirStepNeeds_data() {
  QTest::addColumn<ChartUnit>("unit");
  QTest::addColumn<qint64>("value");
  QTest::addColumn<qint64>("step");
  QTest::addColumn<qint64>("largest");
  QTest::addColumn<QString>("text");
  QTest::newRow("round thousands") << dollars() << qint64(112'000'000) << qint64(4'000'000)
                                   << qint64(116'000'000) << u"$1,120k"_s;
  QTest::newRow("half thousands") << ChartUnit() << qint64(12'500) << qint64(500) << qint64(13'000)
                                  << u"12.5k"_s;
  QTest::newRow("fives") << ChartUnit() << qint64(10'005) << qint64(5) << qint64(10'010)
                         << u"10.005k"_s;
  QTest::newRow("cents") << dollars() << qint64(150) << qint64(50) << qint64(200) << u"$1.5"_s;
  QTest::newRow("zero") << dollars() << qint64(0) << qint64(50) << qint64(200) << u"$0"_s;
}

void TestChartUnit::marksKeepWhatTheirStepNeeds() {
  QFETCH(ChartUnit, unit);
  QFETCH(qint64, value);
  QFETCH(qint64, step);
  QFETCH(qint64, largest);
  QTEST(unit.tickText(value, step, largest, english), "text");
}

void TestChartUnit::labelsAreInTheLocale() {
  const auto day = LocalDay(std::chrono::local_days(std::chrono::year(2026) / 11 / 15));
  QCOMPARE(dayLabel(day, english).text, u"15 Nov 2026"_s);
  QCOMPARE(dayLabel(day, english).axis, u"15 Nov"_s);
  QCOMPARE(dayLabel(day, german).text, u"15.11.2026"_s);
  QCOMPARE(monthLabel(day, english).text, u"Nov 2026"_s);
  QCOMPARE(monthLabel(day, english).axis, u"Nov"_s);
  const LocalDay before = day - std::chrono::days(31), yearBefore = day - std::chrono::days(365);
  QCOMPARE(monthAxis({before, day, day}, english), (QStringList{u"Oct"_s, u"Nov"_s, u"Nov"_s}));
  QCOMPARE(monthAxis({yearBefore, day}, english), (QStringList{u"Nov 2025"_s, u"Nov 2026"_s}));
  const LocalDay monthsBefore = day - std::chrono::days(330);
  QCOMPARE(monthAxis({monthsBefore, day}, english), (QStringList{u"Dec 2025"_s, u"Nov 2026"_s}));
  QCOMPARE(monthAxis({monthsBefore, monthsBefore, before, day}, english),
           (QStringList{u"Dec 2025"_s, u"Dec"_s, u"Oct 2026"_s, u"Nov"_s}));
  QVERIFY(monthAxis({}, english).isEmpty());
}

void TestChartUnit::theSummarySaysTheNewestFigures() {
  ChartData data;
  data.unit = dollars();
  data.labels = {{u"Sep"_s, u"Sep"_s}, {u"Oct"_s, u"Oct"_s}, {u"Nov"_s, u"Nov"_s}};
  data.series = {{u"Paid"_s, ChartRole::Main, {100, std::nullopt, 300}}};
  QCOMPARE(data.summary(9, english), u"Sep: Paid $1.00; Oct: –; Nov: Paid $3.00"_s);
  QCOMPARE(data.summary(1, english), u"The last 1 of 3: Nov: Paid $3.00"_s);
  data.series.front().values = {std::nullopt, std::nullopt, std::nullopt};
  QCOMPARE(data.summary(9, english), u"No figures."_s);
}

QTEST_GUILESS_MAIN(TestChartUnit)
#include "tst_chart_unit.moc"
