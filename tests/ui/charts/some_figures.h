// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart.h"
#include <QApplication>
#include <QImage>
#include <QTest>

/// What the tests of charts draw.
namespace tenantry::ui {
using namespace Qt::StringLiterals;

inline const QStringList months{u"Jun"_s, u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s};

inline ChartData figures(const std::vector<std::optional<qint64>> &values) {
  ChartData data;
  data.title = u"API calls"_s;
  data.labelsName = u"Month"_s;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto month = months.value(qsizetype(i % 6));
    data.labels.push_back({month + u" 2026"_s, month});
  }
  data.series = {{u"This period"_s, ChartRole::Main, values}};
  return data;
}

inline ChartData compared() {
  auto data = figures({120, 340, 90, 480, 510, 275});
  data.series.push_back({u"Previous"_s, ChartRole::Comparison, {100, 300, {}, 400, 450, 260}});
  data.series.push_back({u"Included"_s, ChartRole::Limit, {400, 400, 400, 400, 400, 400}});
  return data;
}

inline ChartData movements(qint64 opening) {
  ChartData data;
  data.title = u"MRR"_s;
  data.unit = ChartUnit::money(Currency::parse(u"USD").value());
  for (const auto &name : {u"Opening"_s, u"New"_s, u"Churn"_s, u"Closing"_s})
    data.labels.push_back({name, name});
  data.series = {{{}, ChartRole::Main, {opening, 50'000, -20'000, opening + 30'000}}};
  data.totals = {0, 3};
  return data;
}

template <typename C> std::unique_ptr<C> shown(ChartData data, const QSize &size = {480, 240}) {
  auto chart = std::make_unique<C>();
  chart->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
  chart->resize(size);
  chart->setData(std::move(data));
  chart->show();
  chart->activateWindow();
  if (!QTest::qWaitForWindowActive(chart.get()))
    qFatal("the window did not become active");
  chart->setFocus();
  return chart;
}

inline QColor colorAt(Chart &chart, const QPointF &place) {
  return chart.grab().toImage().pixelColor(place.toPoint());
}

} // namespace tenantry::ui
