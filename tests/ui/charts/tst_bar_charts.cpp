// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/some_figures.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/theme/theme_manager.h"

using namespace tenantry::ui;

/// Where bars stand, by their pixels.
class TestBarCharts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { (new ThemeManager(qApp))->setAppearance(Appearance::Light); }
  void barsStandOnTheLineAndEndAtTheirValue();
  void whatGoesBeyondALimitIsMarked_data();
  void whatGoesBeyondALimitIsMarked();
  void theNameOfALimitStandsAboveTheBars();
  void aWaterfallBreaksItsAxisWhereStepsWouldVanish();
  void everyStepOfAWaterfallIsNamedAndSaysItsValue_data();
  void everyStepOfAWaterfallIsNamedAndSaysItsValue();
};

namespace {

/// A month of MRR, as it stands at home.
ChartData month() {
  ChartData data;
  data.title = u"MRR"_s;
  data.unit =
      ChartUnit::money(tenantry::Currency::parse(u"USD").value(), tenantry::ui::MinorUnits::Hidden);
  for (const auto &name : {u"Opening"_s, u"New"_s, u"Expansion"_s, u"Reactivation"_s,
                           u"Contraction"_s, u"Churn"_s, u"Today"_s})
    data.labels.push_back({name, name});
  data.series = {
      {{}, ChartRole::Main, {221'441, 24'850, 1'200, 10'000, -20'000, -19'900, 217'591}}};
  data.totals = {0, 6};
  return data;
}

} // namespace

void TestBarCharts::barsStandOnTheLineAndEndAtTheirValue() {
  auto data = figures({200, -100, 50});
  data.emphasized = 0;
  const auto chart = shown<BarChart>(data);
  const auto &theme = Theme::light();
  for (const auto &[label, value, color] :
       {std::tuple{0, 200, theme.chart[0]}, {1, -100, theme.chart[4]}, {2, 50, theme.chart[4]}}) {
    const double x = chart->across(std::size_t(label)), half = chart->upwards(value / 2),
                 beyond = chart->upwards(value + (value > 0 ? 25 : -25));
    QCOMPARE(colorAt(*chart, {x, half}), color);
    QVERIFY(colorAt(*chart, {x - 8, beyond}) != color);
  }
}

void TestBarCharts::whatGoesBeyondALimitIsMarked_data() {
  QTest::addColumn<int>("label");
  QTest::addColumn<std::vector<int>>("within");
  QTest::addColumn<std::vector<int>>("beyond");
  const std::vector<int> all{100, 300}, over{470};
  QTest::newRow("the first that goes beyond") << 3 << all << over;
  QTest::newRow("one that is emphasized, after it") << 4 << all << over;
  QTest::newRow("one that does not") << 1 << all << std::vector<int>();
}

void TestBarCharts::whatGoesBeyondALimitIsMarked() {
  QFETCH(int, label);
  QFETCH(std::vector<int>, within);
  QFETCH(std::vector<int>, beyond);
  auto data = compared();
  data.series.front().values = {120, 340, 90, 490, 510, 275};
  data.emphasized = 4;
  const auto chart = shown<BarChart>(data);
  const auto &theme = Theme::light();
  const auto color = [&](int value) {
    return colorAt(*chart, {chart->across(std::size_t(label)) + 9, chart->upwards(value)});
  };
  for (const int value : within)
    QCOMPARE(color(value), label == 4 ? theme.chart[0] : theme.chart[4]);
  for (const int value : beyond)
    QCOMPARE(color(value), theme.negative);
}

void TestBarCharts::theNameOfALimitStandsAboveTheBars() {
  auto data = figures({480, 510, 275});
  data.series.push_back({u"Included"_s, ChartRole::Limit, {400, 400, 400}});
  const auto chart = shown<BarChart>(data);
  const auto picture = chart->grab().toImage();
  const auto isFree = [&](const QRect &area) {
    for (int x = area.left(); x <= area.right(); ++x)
      for (int y = area.top(); y <= area.bottom(); ++y)
        if (picture.pixelColor(x, y) != picture.pixelColor(area.topLeft()))
          return false;
    return true;
  };
  const QRect room = chart->plotArea().toRect();
  QVERIFY(isFree(QRect(room.left() + 1, qRound(chart->upwards(400)) - 16, 40, 14)));
  QVERIFY(!isFree(QRect(0, 2, room.width() / 2, 16)));
}

void TestBarCharts::aWaterfallBreaksItsAxisWhereStepsWouldVanish() {
  const auto whole = shown<WaterfallChart>(movements(100'000));
  QVERIFY(!whole->isAxisBroken());
  QCOMPARE(whole->scale().lowest, 0);
  const auto broken = shown<WaterfallChart>(movements(100'000'000));
  QVERIFY(broken->isAxisBroken());
  QVERIFY(broken->scale().lowest < 100'000'000 - 20'000);
  // The step is to be seen, and its connector leads from where it ended.
  const double high = broken->upwards(100'000'000) - broken->upwards(100'050'000);
  QVERIFY2(high > 20, qPrintable(QString::number(high)));
  QCOMPARE(colorAt(*broken, {broken->across(1), broken->upwards(100'025'000)}),
           Theme::light().positive);
  QCOMPARE(colorAt(*broken, {broken->across(2), broken->upwards(100'040'000)}),
           Theme::light().negative);
  auto nothing = movements(100'000'000); // its room would be less than a unit of money
  nothing.series.front().values = {100'000'000, 0, 0, 100'000'000};
  QVERIFY(!shown<WaterfallChart>(nothing)->isAxisBroken());
}

void TestBarCharts::everyStepOfAWaterfallIsNamedAndSaysItsValue_data() {
  QTest::addColumn<int>("width");
  QTest::newRow("a wide window") << 620;
  QTest::newRow("a window of 1200") << 428;
  QTest::newRow("the narrowest card") << 330;
}

void TestBarCharts::everyStepOfAWaterfallIsNamedAndSaysItsValue() {
  QFETCH(int, width);
  const auto chart = shown<WaterfallChart>(month(), {width, 236});
  const auto picture = chart->grab().toImage();
  const auto isInked = [&](double x, double top, double height) {
    for (int i = -8; i <= 8; ++i)
      for (int k = 0; k < int(height); ++k) {
        const auto color = picture.pixelColor(qRound(x) + i, qRound(top) + k);
        if (color.lightness() < 170)
          return true;
      }
    return false;
  };
  qint64 level = 0;
  for (std::size_t i = 0; i < chart->data().labels.size(); ++i) {
    const qint64 value = *chart->data().value(0, i), from = i == 0 || i == 6 ? 0 : level;
    const auto name = chart->data().labels[i].axis.toLatin1();
    level = from + value;
    QVERIFY2(isInked(chart->across(i), chart->plotArea().bottom() + 6, 29), name);
    QVERIFY2(isInked(chart->across(i), chart->upwards(std::max(from, level)) - 14, 12), name);
  }
}

QTEST_MAIN(TestBarCharts)
#include "tst_bar_charts.moc"
