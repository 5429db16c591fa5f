// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/usage/arrivals_page.h"
#include "ui/charts/line_chart.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include <QBoxLayout>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int rateHeight = 280;

} // namespace

ArrivalsPage::ArrivalsPage(Zone zone, QWidget *parent)
    : ScrollPage(tr("Events that came in"), parent), m_zone(std::move(zone)),
      m_lastDay(new KeyFigure(tr("Last 24 hours"))), m_rate(new KeyFigure(tr("Running hour"))),
      m_most(new KeyFigure(tr("Most in an hour"))),
      m_card(makeSnugCard(tr("Events by the hour in which they came"))),
      m_chart(new LineChart(LineChart::Fill::Area)) {
  auto *content = new QWidget;
  auto *column = new QVBoxLayout(content);
  column->setContentsMargins(space::x5, space::x5, space::x5, space::x5);
  column->setSpacing(space::x4);
  auto *figures = new QHBoxLayout;
  figures->setSpacing(space::x6);
  for (auto *figure : {m_lastDay, m_rate, m_most})
    figures->addWidget(figure, 1, Qt::AlignTop);
  column->addLayout(figures);
  m_chart->setFixedHeight(rateHeight);
  m_chart->setEmptyText(tr("No event came in these hours."));
  m_card->body()->addWidget(m_chart);
  column->addWidget(m_card);
  column->addStretch();
  setWidget(content);
}

void ArrivalsPage::show(const models::UsageFacts &facts) {
  const auto &now = facts.recorded;
  const auto &before = facts.dayBefore;
  const auto sum = [](const std::vector<std::int64_t> &hours) {
    return std::accumulate(hours.begin(), hours.end(), std::int64_t(0));
  };
  // The running hour of yesterday is a whole one: it is not compared.
  const auto day = sum(now) - (now.empty() ? 0 : now.front());
  const auto dayBefore = sum(before) - (before.empty() ? 0 : before.front());
  const auto asOf = tr("As of %1.").arg(formatInstant(facts.asOf, m_zone, locale()));
  m_lastDay->setFigure(formatNumber(day, locale()));
  m_lastDay->setLine(tr("%1 the day before").arg(formatNumber(dayBefore, locale())));
  m_lastDay->setFormula(tr("Events that were counted in the running hour and the 23 before it; "
                           "repeated ones count once. %1")
                            .arg(asOf));
  const auto running = now.empty() ? 0 : now.back();
  m_rate->setFigure(formatNumber(running, locale()));
  m_rate->setLine(tr("events so far"));
  m_rate->setFormula(tr("Events since the hour began. %1").arg(asOf));
  const auto most = now.empty() ? now.end() : std::max_element(now.begin(), now.end());
  m_most->setFigure(formatNumber(most == now.end() ? 0 : *most, locale()));
  m_most->setLine(
      most == now.end() || *most == 0
          ? QString()
          : formatInstant(facts.since + std::chrono::hours(most - now.begin()), m_zone, locale()));
  m_most->setFormula(tr("The hour of the last day with the most events. %1").arg(asOf));
  ChartData chart;
  chart.title = tr("Events by the hour");
  chart.labelsName = tr("Hour");
  ChartSeries today{tr("Last 24 hours"), ChartRole::Main, {}};
  ChartSeries yesterday{tr("The day before"), ChartRole::Comparison, {}};
  for (std::size_t i = 0; i < now.size(); ++i) {
    const Instant at = facts.since + std::chrono::hours(i);
    const auto hour =
        std::chrono::floor<std::chrono::hours>(at - m_zone.midnight(m_zone.dayOf(at)));
    chart.labels.push_back(
        {formatInstant(at, m_zone, locale()), QString::number(hour.count() % 24)});
    today.values.push_back(now[i]);
    yesterday.values.push_back(before[i]);
  }
  m_card->setFact(m_zone.id());
  if (sum(now) + sum(before) > 0) {
    chart.series.push_back(std::move(today));
    chart.series.push_back(std::move(yesterday));
  }
  m_chart->setData(std::move(chart));
}

} // namespace tenantry::ui
