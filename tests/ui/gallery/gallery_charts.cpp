// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallery_charts.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/sparkline.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_figure.h"
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

ChartUnit dollars() { return ChartUnit::money(Currency::parse(u"USD").value()); }

LocalDay someDay(int after) {
  using namespace std::chrono;
  return LocalDay(local_days(year(2026) / 10 / 24)) + days(after);
}

Card *framed(const QString &title, const QString &fact, Chart *chart) {
  auto *card = new Card(title, fact);
  card->body()->addWidget(chart);
  return card;
}

Chart *makeUsage(bool isCompact) {
  const QList<qint64> now{720, 745, 765, 765, 752, 582, 570, 720,
                          737, 765, 792, 810, 660, 645, 778},
      before{685, 690, 687, 680, 537, 530, 641, 644, 654, 670, 688, 583, 592, 718, 712};
  ChartData data;
  data.title = u"API calls"_s;
  data.unit = ChartUnit::count(2);
  for (int i = 0; i < now.size(); ++i)
    data.labels.push_back(dayLabel(someDay(i), QLocale()));
  data.series = {{u"This period"_s, ChartRole::Main, {now.begin(), now.end()}},
                 {u"Previous"_s, ChartRole::Comparison, {before.begin(), before.end()}}};
  data.series.front().values.back().reset();
  auto *chart = new LineChart(LineChart::Fill::Area);
  chart->setData(data);
  if (!isCompact)
    chart->readOut(9);
  return chart;
}

Chart *makeMovements() {
  ChartData data;
  data.title = u"MRR movements"_s;
  data.unit = dollars();
  for (const auto &name : {u"Opening"_s, u"New"_s, u"Expansion"_s, u"Reactivation"_s,
                           u"Contraction"_s, u"Churn"_s, u"Closing"_s})
    data.labels.push_back({name, name});
  data.series = {
      {{},
       ChartRole::Main,
       {104'120'000, 3'840'000, 5'270'000, 610'000, -1'790'000, -2'460'000, 109'590'000}}};
  data.totals = {0, 6};
  auto *chart = new WaterfallChart;
  chart->setData(data);
  return chart;
}

Chart *makePeriods() {
  const QList<qint64> used{8'200, 8'900, 9'400, 9'100, 10'800, 4'123};
  ChartData data;
  data.title = u"API calls"_s;
  for (int i = 0; i < used.size(); ++i)
    data.labels.push_back(monthLabel(someDay(30 * i), QLocale()));
  data.series = {{{}, ChartRole::Main, {used.begin(), used.end()}},
                 {u"Included"_s, ChartRole::Limit, std::vector<std::optional<qint64>>(6, 10'000)}};
  data.emphasized = 5;
  auto *chart = new BarChart;
  chart->setData(data);
  return chart;
}

Chart *makeCohorts() {
  ChartData data;
  data.title = u"Cohort retention"_s;
  data.unit = ChartUnit::permille();
  for (int i = 0; i < 8; ++i)
    data.labels.push_back({u"M%1"_s.arg(i), u"M%1"_s.arg(i)});
  for (int row = 0; row < 6; ++row) {
    ChartSeries cohort{monthLabel(someDay(30 * row), QLocale()).text, ChartRole::Main, {}};
    for (int i = 0; i < 8 - row; ++i)
      cohort.values.emplace_back(1000 - 23 * i - row * (i > 0 ? 3 : 0));
    cohort.values.resize(8);
    data.series.push_back(cohort);
  }
  auto *chart = new HeatMap;
  chart->setData(data);
  chart->readOut(12);
  return chart;
}

Card *makeFigures() {
  auto *card = new Card(u"Sparklines"_s);
  auto *row = new QHBoxLayout;
  for (const auto &values :
       {QList<qint64>{1, 2, 3, 5, 8, 9, 12}, QList<qint64>{9, 8, 7, 7, 4, 2}}) {
    auto *figure = new KeyFigure(u"Closing MRR"_s);
    figure->setFigure(u"$1,095,900"_s);
    figure->setLine(u"+5.3% vs Sep"_s, Tone::Success);
    auto *line = new Sparkline;
    line->setValues(u"Closing MRR"_s, values, dollars());
    row->addWidget(figure);
    row->addWidget(line, 0, Qt::AlignBottom);
  }
  row->addStretch();
  card->body()->addLayout(row);
  card->body()->addStretch();
  return card;
}

} // namespace

GalleryCharts::GalleryCharts() : Surface(Kind::Subtle) {
  resize(1200, 900);
  auto *grid = new QGridLayout(this);
  grid->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  grid->setSpacing(space::x3);
  grid->addWidget(framed(u"MRR movements"_s, u"October 2026"_s, makeMovements()), 0, 0);
  grid->addWidget(framed(u"Usage"_s, u"API calls per day, millions"_s, makeUsage(false)), 0, 1);
  grid->addWidget(framed(u"Usage against limits"_s, u"per period"_s, makePeriods()), 1, 0);
  grid->addWidget(framed(u"Cohort retention"_s, u"share still paying"_s, makeCohorts()), 1, 1);
  auto *empty = new LineChart;
  empty->setEmptyText(u"Nothing was counted in this period."_s);
  grid->addWidget(framed(u"Nothing to show"_s, {}, empty), 2, 0);
  grid->addWidget(makeFigures(), 2, 1);
  grid->setRowStretch(0, 3);
  grid->setRowStretch(1, 3);
  grid->setRowStretch(2, 2);
}

} // namespace tenantry::ui
