// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/some_figures.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/sparkline.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/theme/contrast.h"
#include "ui/theme/theme_manager.h"
#include <QAction>
#include <QSignalSpy>
#include <QTableView>
#include <limits>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

/// Real charts, by pointer and keys (checks 24 and 25 of the console, “Charts and paper”).
class TestCharts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { m_themes = new ThemeManager(qApp); }
  void init() { switchTo(Appearance::Light); }
  void keysReadPointsOut();
  void thePointerReadsPointsOut();
  void whatIsReadOutStaysWithNews();
  void escapeLeavesTheReadOutAndNothingElse();
  void theTableSaysTheSameFigures_data();
  void theTableSaysTheSameFigures();
  void tShowsTheTableAndLeavesIt();
  void nothingIsSaidInWords();
  void screenReadersHearTheFigures();
  void everyShapeOfFiguresIsDrawn_data();
  void everyShapeOfFiguresIsDrawn();
  void colourOfTheThemeAtOnce_data();
  void colourOfTheThemeAtOnce();
  void arrowsGoThroughRowsOfAHeatMap();
  void cellsOfAHeatMapAreReadable();
  void sparklinesSayTheirCourse();
  void mirroredWindowsKeepTheCourseOfTime();

private:
  void switchTo(Appearance appearance) {
    m_themes->setAppearance(appearance);
    QCoreApplication::processEvents();
  }
  ThemeManager *m_themes = nullptr;
};

namespace {

ChartData cohorts() {
  ChartData data;
  data.title = u"Retention"_s;
  data.unit = ChartUnit::permille();
  data.labels = {{u"Start"_s, u"Start"_s}, {u"M1"_s, u"M1"_s}, {u"M2"_s, u"M2"_s}};
  data.series = {{u"Sep"_s, ChartRole::Main, {1000, 954, 892}},
                 {u"Oct"_s, ChartRole::Main, {1000, 938, {}}},
                 {u"Nov"_s, ChartRole::Main, {1000, {}, {}}}};
  return data;
}

std::unique_ptr<Chart> makeChart(const QString &kind) {
  if (kind == u"line")
    return std::make_unique<LineChart>();
  if (kind == u"area")
    return std::make_unique<LineChart>(LineChart::Fill::Area);
  if (kind == u"bar")
    return std::make_unique<BarChart>();
  if (kind == u"waterfall")
    return std::make_unique<WaterfallChart>();
  return std::make_unique<HeatMap>();
}

bool shows(QWidget &widget, const QColor &color) {
  const QImage image = widget.grab().toImage();
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y) == color)
        return true;
  return false;
}

} // namespace

void TestCharts::keysReadPointsOut() {
  const auto chart = shown<LineChart>(compared());
  QSignalSpy changes(chart.get(), &Chart::pointChanged);
  QTest::keyClick(chart.get(), Qt::Key_Left);
  QCOMPARE(chart->point(), std::optional<std::size_t>(5));
  QTest::keyClick(chart.get(), Qt::Key_Right);
  QCOMPARE(chart->point(), std::optional<std::size_t>(5));
  QTest::keyClick(chart.get(), Qt::Key_Home);
  QCOMPARE(chart->point(), std::optional<std::size_t>(0));
  QTest::keyClick(chart.get(), Qt::Key_Right);
  QTest::keyClick(chart.get(), Qt::Key_Right);
  QCOMPARE(chart->point(), std::optional<std::size_t>(2));
  // Of August nothing is known of the year before: it is not said to be zero.
  QCOMPARE(chart->accessibleDescription(), u"Aug 2026: This period 90, Included 400"_s);
  QTest::keyClick(chart.get(), Qt::Key_End);
  QCOMPARE(chart->point(), std::optional<std::size_t>(5));
  QCOMPARE(changes.size(), 5);
}

void TestCharts::thePointerReadsPointsOut() {
  const auto chart = shown<BarChart>(compared());
  for (std::size_t i = 0; i < 6; ++i) {
    QTest::mouseMove(chart.get(), QPoint(qRound(chart->across(i)), 120));
    QCOMPARE(chart->point(), std::optional<std::size_t>(i));
  }
  QTest::mouseMove(chart.get(), QPoint(240, 5));
  QVERIFY(!chart->point());
}

void TestCharts::whatIsReadOutStaysWithNews() {
  const auto chart = shown<LineChart>(compared());
  QTest::keyClick(chart.get(), Qt::Key_End);
  auto news = compared();
  news.series.front().values.back() = 999;
  chart->setData(news);
  QCOMPARE(chart->point(), std::optional<std::size_t>(5));
  QVERIFY(chart->accessibleDescription().contains(u"999"_s));
  chart->setData(figures({1, 2}));
  QVERIFY(!chart->point());
}

void TestCharts::escapeLeavesTheReadOutAndNothingElse() {
  QWidget window;
  auto *chart = new LineChart(LineChart::Fill::None, &window);
  auto *leave = new QAction(&window);
  leave->setShortcut(Qt::Key_Escape);
  window.addAction(leave);
  QSignalSpy left(leave, &QAction::triggered);
  chart->resize(300, 160);
  chart->setData(compared());
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_Home);
  QTest::keyClick(chart, Qt::Key_Escape);
  QVERIFY(!chart->point());
  QCOMPARE(left.size(), 0);
  QTest::keyClick(chart, Qt::Key_Escape);
  QCOMPARE(left.size(), 1);
}

void TestCharts::theTableSaysTheSameFigures_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QStringList>("heads");
  QTest::addColumn<QStringList>("secondRow");
  QTest::newRow("line") << u"line"_s
                        << QStringList{u"Month"_s, u"This period"_s, u"Previous"_s, u"Included"_s}
                        << QStringList{u"Jul 2026"_s, u"340"_s, u"300"_s, u"400"_s};
  QTest::newRow("waterfall") << u"waterfall"_s << QStringList{{}, u"MRR"_s}
                             << QStringList{u"New"_s, u"+$500.00"_s};
  QTest::newRow("heat map") << u"heat map"_s << QStringList{{}, u"Start"_s, u"M1"_s, u"M2"_s}
                            << QStringList{u"Oct"_s, u"100%"_s, u"93.8%"_s, u"–"_s};
}

void TestCharts::theTableSaysTheSameFigures() {
  QFETCH(QString, kind);
  QFETCH(QStringList, heads);
  QFETCH(QStringList, secondRow);
  const auto chart = makeChart(kind);
  chart->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
  chart->resize(480, 240);
  chart->setData(kind == u"line"        ? compared()
                 : kind == u"waterfall" ? movements(1'000'000)
                                        : cohorts());
  chart->show();
  chart->showTable(true);
  const auto *model = chart->findChild<QTableView *>()->model();
  QCOMPARE(model->columnCount(), int(heads.size()));
  for (int column = 0; column < heads.size(); ++column) {
    QCOMPARE(model->headerData(column, Qt::Horizontal).toString(), heads[column]);
    QCOMPARE(model->index(1, column).data().toString(), secondRow[column]);
  }
}

void TestCharts::tShowsTheTableAndLeavesIt() {
  const auto chart = shown<BarChart>(compared());
  QTest::keyClick(chart.get(), Qt::Key_T);
  QVERIFY(chart->isTableShown());
  auto *table = chart->findChild<QTableView *>();
  QCOMPARE(QApplication::focusWidget(), table);
  QCOMPARE(table->model()->rowCount(), 6);
  auto news = compared();
  news.series.front().values.front() = 121;
  chart->setData(news);
  QCOMPARE(table->model()->index(0, 1).data().toString(), u"121"_s);
  QTest::keyClick(table, Qt::Key_T);
  QVERIFY(!chart->isTableShown());
  QCOMPARE(QApplication::focusWidget(), chart.get());
  QTest::keyClick(chart.get(), Qt::Key_T);
  QTest::keyClick(table, Qt::Key_Escape);
  QVERIFY(!chart->isTableShown());
}

void TestCharts::nothingIsSaidInWords() {
  const auto chart = shown<LineChart>(figures({{}, {}, {}}));
  chart->setEmptyText(u"Nothing was counted in this year."_s);
  QCOMPARE(chart->accessibleDescription(), u"Nothing was counted in this year."_s);
  QTest::keyClick(chart.get(), Qt::Key_Home);
  QTest::mouseMove(chart.get(), QPoint(100, 100));
  QVERIFY(!chart->point());
  QVERIFY(shows(*chart, Theme::light().muted));
  chart->setData({});
  QVERIFY(shows(*chart, Theme::light().muted));
}

void TestCharts::screenReadersHearTheFigures() {
  const auto chart = shown<LineChart>(figures({1, 2, 3}));
  QCOMPARE(chart->accessibleName(), u"API calls"_s);
  QCOMPARE(chart->accessibleDescription(),
           u"Jun 2026: This period 1; Jul 2026: This period 2; Aug 2026: This period 3"_s);
}

void TestCharts::everyShapeOfFiguresIsDrawn_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QList<qint64>>("values");
  const auto most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
  for (const auto *kind : {"line", "area", "bar", "waterfall", "heat map"}) {
    const auto name = QString::fromLatin1(kind);
    QTest::addRow("%s: one point", kind) << name << QList<qint64>{7};
    QTest::addRow("%s: zeros", kind) << name << QList<qint64>{0, 0, 0};
    QTest::addRow("%s: negative", kind) << name << QList<qint64>{-5, -7, -2};
    QTest::addRow("%s: both sides", kind) << name << QList<qint64>{5, -7, 2};
    QTest::addRow("%s: huge", kind) << name << QList<qint64>{most, 1, least};
    QTest::addRow("%s: five years of days", kind) << name << QList<qint64>(1826, 3);
  }
}

void TestCharts::everyShapeOfFiguresIsDrawn() {
  QFETCH(QString, kind);
  QFETCH(QList<qint64>, values);
  const auto chart = makeChart(kind);
  chart->setData(figures({values.begin(), values.end()}));
  for (const QSize &size : {QSize(480, 240), QSize(160, 120), QSize(20, 20)}) {
    chart->resize(size);
    QImage image(size * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Qt::white);
    chart->render(&image);
    QCOMPARE(image.size(), size * 2);
  }
  QTest::keyClick(chart.get(), Qt::Key_End);
  QCOMPARE(chart->point(), std::optional<std::size_t>(std::size_t(values.size() - 1)));
}

void TestCharts::colourOfTheThemeAtOnce_data() {
  QTest::addColumn<QString>("kind");
  for (const auto *kind : {"line", "area", "bar", "waterfall"})
    QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestCharts::colourOfTheThemeAtOnce() {
  QFETCH(QString, kind);
  const auto chart = makeChart(kind);
  chart->resize(480, 240);
  chart->setData(kind == u"waterfall" ? movements(100'000) : figures({300, 300, 300}));
  chart->readOut(1); // the dot on a line is wider than the line
  chart->show();
  const auto wanted = [&](const Theme &theme) {
    return kind == u"waterfall" ? theme.positive : theme.chart[0];
  };
  QVERIFY(shows(*chart, wanted(Theme::light())));
  switchTo(Appearance::Dark);
  QVERIFY(shows(*chart, wanted(Theme::dark())));
  QVERIFY(!shows(*chart, wanted(Theme::light())));
}

void TestCharts::arrowsGoThroughRowsOfAHeatMap() {
  const auto chart = shown<HeatMap>(cohorts());
  QTest::keyClick(chart.get(), Qt::Key_Home);
  QCOMPARE(chart->accessibleDescription(), u"Sep, Start: 100%"_s);
  QTest::keyClick(chart.get(), Qt::Key_Down);
  QTest::keyClick(chart.get(), Qt::Key_Right);
  QCOMPARE(chart->accessibleDescription(), u"Oct, M1: 93.8%"_s);
  QTest::mouseMove(chart.get(), chart->cell(0, 2).center().toPoint());
  QCOMPARE(chart->accessibleDescription(), u"Sep, M2: 89.2%"_s);
  QTest::mouseMove(chart.get(), chart->cell(2, 2).center().toPoint());
  QVERIFY(!chart->point());
}

void TestCharts::cellsOfAHeatMapAreReadable() {
  for (const auto *theme : {&Theme::light(), &Theme::dark()})
    for (double share = 0; share <= 1; share += 0.01) {
      const auto color = heatColor(share, *theme);
      QVERIFY(contrast(color, readableOn(color, theme->text)) >= textContrast);
    }
}

void TestCharts::sparklinesSayTheirCourse() {
  Sparkline line;
  line.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
  line.setValues(u"MRR"_s, {3, 1, 5, 4}, {});
  QCOMPARE(line.accessibleName(), u"MRR: from 3 to 4, between 1 and 5"_s);
  QVERIFY(shows(line, Theme::light().muted));
  line.setValues(u"MRR"_s, {3}, {});
  QVERIFY(line.accessibleName().isEmpty());
}

void TestCharts::mirroredWindowsKeepTheCourseOfTime() {
  auto chart = shown<LineChart>(compared());
  chart->setLayoutDirection(Qt::RightToLeft);
  QVERIFY(chart->across(0) < chart->across(5));
  QTest::keyClick(chart.get(), Qt::Key_Home);
  QTest::keyClick(chart.get(), Qt::Key_Right);
  QCOMPARE(chart->point(), std::optional<std::size_t>(1));
  QVERIFY(!chart->grab().isNull());
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
