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
  void whatGoesBeyondALimitIsMarked();
  void aWaterfallBreaksItsAxisWhereStepsWouldVanish();
};

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

void TestBarCharts::whatGoesBeyondALimitIsMarked() {
  const auto chart = shown<BarChart>(compared());
  const auto &theme = Theme::light();
  const auto color = [&](int value) {
    return colorAt(*chart, {chart->across(4) + 9, chart->upwards(value)});
  };
  QCOMPARE(color(300), theme.chart[0]);
  QCOMPARE(color(470), theme.negative);
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
}

QTEST_MAIN(TestBarCharts)
#include "tst_bar_charts.moc"
