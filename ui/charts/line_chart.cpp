// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart.h"
#include <QPainter>

namespace tenantry::ui {

void LineChart::build(SeriesPlot &plot, const Theme &theme) {
  addComparisons(plot, theme);
  bool isFirst = true;
  for (std::size_t i = 0; i < data().series.size(); ++i) {
    const auto &series = data().series[i];
    if (series.role != ChartRole::Main)
      continue;
    const auto color = seriesColor(data(), i, theme);
    for (const auto &points : stretches(series))
      plot.addCurve(
          {points, color, 1.8, false, m_fill == Fill::Area && isFirst ? color : QColor()});
    isFirst = false;
  }
}

/// A point alone makes no line.
void LineChart::paintOver(QPainter *painter, const Theme &theme) {
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  for (std::size_t i = 0; i < data().series.size(); ++i) {
    if (data().series[i].role == ChartRole::Limit)
      continue;
    painter->setBrush(seriesColor(data(), i, theme));
    for (const auto &points : stretches(data().series[i]))
      if (points.size() == 1) {
        const auto label = std::size_t(points.front().x());
        painter->drawEllipse(QPointF(across(label), upwards(*data().value(i, label))), 2.5, 2.5);
      }
  }
}

} // namespace tenantry::ui
