// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_map.h"
#include "ui/charts/chart_head.h"
#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int headsHeight = 22, gap = 2;
constexpr double lightest = 0.08;
} // namespace

QColor heatColor(double share, const Theme &theme) {
  const double amount = lightest + (1 - lightest) * std::clamp(share, 0.0, 1.0);
  const auto mix = [amount](float from, float to) { return from + float(amount) * (to - from); };
  const auto &from = theme.raised, &to = theme.chart[0];
  return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                          mix(from.blueF(), to.blueF()));
}

void HeatMap::dataChanged() {
  m_lowest = std::numeric_limits<qint64>::max(), m_highest = std::numeric_limits<qint64>::min();
  m_namesWidth = 0;
  for (const auto &series : data().series) {
    m_namesWidth =
        std::max(m_namesWidth,
                 textMetrics(TextStyle::Meta, Figures::Tabular).horizontalAdvance(series.name));
    for (const auto &value : series.values)
      if (value)
        m_lowest = std::min(m_lowest, *value), m_highest = std::max(m_highest, *value);
  }
}

std::size_t HeatMap::pointCount() const { return data().series.size() * data().labels.size(); }

std::size_t HeatMap::neighbour(std::size_t point, int right, int down) const {
  const auto columns = qint64(data().labels.size()), rows = qint64(data().series.size());
  const auto column = std::clamp<qint64>(qint64(point) % columns + right, 0, columns - 1);
  const auto row = std::clamp<qint64>(qint64(point) / columns + down, 0, rows - 1);
  return std::size_t(row * columns + column);
}

QString HeatMap::textOf(std::size_t point) const {
  const auto row = point / data().labels.size(), column = point % data().labels.size();
  return u"%1, %2: %3"_s.arg(data().series[row].name, data().labels[column].text,
                             data().valueText(row, column, locale()));
}

QRectF HeatMap::cell(std::size_t row, std::size_t column) const {
  const QRectF all = QRectF(plotRect()).adjusted(m_namesWidth + space::x3, headsHeight, 0, 0);
  const double wide = all.width() / double(std::max<std::size_t>(1, data().labels.size())),
               high = all.height() / double(std::max<std::size_t>(1, data().series.size()));
  return {all.left() + wide * double(column), all.top() + high * double(row), wide, high};
}

std::optional<std::size_t> HeatMap::pointAt(const QPoint &position) const {
  for (std::size_t row = 0; row < data().series.size(); ++row)
    for (std::size_t column = 0; column < data().labels.size(); ++column)
      if (data().value(row, column) && cell(row, column).contains(position))
        return row * data().labels.size() + column;
  return std::nullopt;
}

QColor HeatMap::fill(qint64 value, const Theme &theme) const {
  const double range = double(m_highest) - double(m_lowest);
  return heatColor(range > 0 ? (double(value) - double(m_lowest)) / range : 0.5, theme);
}

void HeatMap::paintHead(QPainter *painter, const QRect &line, const Theme &theme) const {
  if (!point())
    return;
  const auto row = *point() / data().labels.size(), column = *point() % data().labels.size();
  drawChartHead(painter, line,
                {{u"%1, %2"_s.arg(data().series[row].name, data().labels[column].text), {}},
                 {data().valueText(row, column, locale()), {}, true}},
                theme);
}

void HeatMap::paintPlot(QPainter *painter, const QRect &, const Theme &theme) {
  paintNames(painter, theme);
  for (std::size_t row = 0; row < data().series.size(); ++row)
    for (std::size_t column = 0; column < data().labels.size(); ++column)
      paintCell(painter, row, column, theme);
}

void HeatMap::paintNames(QPainter *painter, const Theme &theme) const {
  const auto columns = data().labels.size();
  for (std::size_t column = 0; column < columns; ++column) {
    const auto place = cell(0, column).toRect();
    const auto &text = data().labels[column].axis;
    if (textMetrics(TextStyle::Caption, Figures::Tabular).horizontalAdvance(text) <= place.width())
      drawText(painter, QRect(place.left(), place.top() - headsHeight, place.width(), headsHeight),
               text, {TextStyle::Caption, theme.muted, Qt::AlignCenter, Figures::Tabular});
  }
  for (std::size_t row = 0; row < data().series.size(); ++row) {
    const auto place = cell(row, 0).toRect();
    const bool isRead = point() && *point() / columns == row;
    drawText(painter, QRect(0, place.top(), m_namesWidth + 1, place.height()),
             data().series[row].name,
             {TextStyle::Meta, isRead ? theme.text : theme.text2, Qt::AlignLeft | Qt::AlignVCenter,
              Figures::Tabular});
  }
}

void HeatMap::paintCell(QPainter *painter, std::size_t row, std::size_t column,
                        const Theme &theme) const {
  const auto value = data().value(row, column);
  const QRect place = cell(row, column).toRect().adjusted(0, 0, -gap, -gap);
  const auto color = value ? fill(*value, theme) : theme.subtle;
  const bool isRead = point() == row * data().labels.size() + column;
  drawSurface(painter, place, radius::badge, color, isRead ? theme.text : Qt::transparent,
              isRead ? 1.5 : 0);
  if (!value)
    return;
  const auto text = data().unit.text(*value, locale());
  if (textMetrics(TextStyle::Caption, Figures::Tabular).horizontalAdvance(text) <=
      place.width() - 4)
    drawText(
        painter, place, text,
        {TextStyle::Caption, readableOn(color, theme.text), Qt::AlignCenter, Figures::Tabular});
}

} // namespace tenantry::ui
