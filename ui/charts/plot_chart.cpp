// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_chart.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {

constexpr int labelHeight = 18, nextLabelLine = 14, leastTickDistance = 36;
constexpr QMargins sides(space::x2, 0, space::x2, labelHeight + 2);

int wide(const QString &text) {
  return textMetrics(TextStyle::Caption, Figures::Tabular).horizontalAdvance(text);
}

} // namespace

std::pair<qint64, qint64> PlotChart::extent() const {
  qint64 lowest = 0, highest = 0;
  for (const auto &series : data().series)
    for (const auto &value : series.values)
      if (value)
        lowest = std::min(lowest, *value), highest = std::max(highest, *value);
  return {lowest, highest};
}

QString PlotChart::tick(qint64 value) const {
  return data().unit.tickText(value, m_scale.step, largest(), locale());
}

qint64 PlotChart::largest() const {
  // The lowest of all integers has no positive twin.
  return std::max(m_scale.highest, -std::max(m_scale.lowest, -std::numeric_limits<qint64>::max()));
}

void PlotChart::dataChanged() {
  m_isStale = true;
  const auto room = QRectF(plotRect().marginsRemoved(sides)).adjusted(0, roomAbove(), 0, 0);
  const auto [lowest, highest] = extent();
  m_scale = ChartScale::over(lowest, highest, std::max(1, int(room.height()) / leastTickDistance));
  int left = 0;
  for (const auto value : m_scale.ticks())
    left = std::max(left, wide(tick(value)));
  m_area = room.adjusted(left, 0, 0, 0);
  m_labelLines = labelLines();
  m_area.adjust(0, 0, 0, -(m_labelLines - 1) * nextLabelLine);
}

int PlotChart::labelLines() const {
  return needsAllLabels() && widestLabel() + space::x1 > slotWidth() ? 2 : 1;
}

int PlotChart::widestLabel() const {
  int widest = 1;
  for (const auto &label : data().labels)
    widest = std::max(widest, wide(label.axis));
  return widest;
}

QStringList PlotChart::shortTexts(qint64 value) const {
  return {data().unit.shortText(value, largest(), 1, locale()),
          data().unit.shortText(value, largest(), 0, locale())};
}

double PlotChart::slotWidth() const {
  const auto count = double(data().labels.size());
  return m_area.width() / std::max(1.0, hasSlots() ? count : count - 1);
}

double PlotChart::across(std::size_t label) const {
  if (!hasSlots() && data().labels.size() < 2)
    return m_area.center().x();
  return m_area.left() + slotWidth() * (double(label) + (hasSlots() ? 0.5 : 0));
}

double PlotChart::upwards(qint64 value) const {
  return m_area.bottom() - m_scale.share(value) * m_area.height();
}

SeriesPlot::Bar PlotChart::barOf(qint64 from, qint64 to, const QColor &color) const {
  return {std::clamp(m_scale.share(from), 0.0, 1.0), std::clamp(m_scale.share(to), 0.0, 1.0),
          color};
}

QRect PlotChart::focusRect() const { return m_area.toRect().adjusted(-3, -3, 4, 4); }

QList<QList<QPointF>> PlotChart::stretches(const ChartSeries &series) const {
  QList<QList<QPointF>> stretches;
  bool isOpen = false;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) {
      isOpen = false;
      continue;
    }
    if (!isOpen)
      stretches.append(QList<QPointF>());
    stretches.back().append({double(i), m_scale.share(*series.values[i])});
    isOpen = true;
  }
  return stretches;
}

void PlotChart::addComparisons(SeriesPlot &plot, const Theme &theme) const {
  for (const auto &series : data().series)
    if (series.role == ChartRole::Comparison)
      for (const auto &points : stretches(series))
        plot.addCurve({points, theme.muted, 1.3, true});
}

std::optional<std::size_t> PlotChart::pointAt(const QPoint &position) const {
  if (data().labels.empty() || m_area.isEmpty() || !rect().contains(position) ||
      position.y() < plotRect().top())
    return std::nullopt;
  const double slot = (position.x() - m_area.left()) / slotWidth() - (hasSlots() ? 0.5 : 0);
  const double last = double(data().labels.size() - 1);
  return std::size_t(std::clamp(std::round(slot), 0.0, last));
}

void PlotChart::paintPlot(QPainter *painter, const QRect &, const Theme &theme) {
  if (m_area.width() < 1 || m_area.height() < 1)
    return;
  paintMarks(painter, theme);
  if (m_isStale) {
    const auto count = double(data().labels.size());
    m_plot.begin(hasSlots() || count < 2 ? -0.5 : 0, hasSlots() ? count - 0.5 : count - 1);
    build(m_plot, theme);
    m_isStale = false;
  }
  m_plot.draw(painter, m_area);
  const double base = std::round(upwards(std::clamp<qint64>(0, m_scale.lowest, m_scale.highest)));
  painter->fillRect(QRectF(m_area.left(), base, m_area.width(), 1), theme.borderStrong);
  for (std::size_t i = 0; i < data().series.size(); ++i)
    if (data().series[i].role == ChartRole::Limit)
      paintLimit(painter, i, theme);
  paintOver(painter, theme);
  paintLabels(painter, theme);
  paintReadOut(painter, theme);
}

void PlotChart::paintMarks(QPainter *painter, const Theme &theme) const {
  for (const auto value : m_scale.ticks()) {
    const int y = qRound(upwards(value));
    painter->fillRect(QRectF(m_area.left(), y, m_area.width(), 1), theme.border);
    const auto text = tick(value);
    drawText(
        painter, QRect(qRound(m_area.left()) - wide(text) - space::x2, y - 8, wide(text) + 1, 16),
        text,
        {TextStyle::Caption, theme.muted, Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
  }
}

void PlotChart::paintLabels(QPainter *painter, const Theme &theme) const {
  const auto &labels = data().labels;
  const int labelGap = hasSlots() ? space::x1 : space::x3;
  const double slots = (widestLabel() + labelGap) / (slotWidth() * m_labelLines);
  const auto every = std::size_t(std::max(1.0, std::ceil(slots)));
  for (std::size_t i = 0; i < labels.size(); i += every) {
    const int width = wide(labels[i].axis) + 1;
    const int left =
        std::clamp(qRound(across(i)) - width / 2, 0, std::max(0, this->width() - width));
    const int line = int(i / every) % m_labelLines;
    const QRect rect(left, qRound(m_area.bottom()) + 4 + line * nextLabelLine, width, labelHeight);
    const bool isRead = point() == i;
    drawText(
        painter, rect, labels[i].axis,
        {TextStyle::Caption, isRead ? theme.text : theme.muted, Qt::AlignCenter, Figures::Tabular});
  }
}

void PlotChart::paintReadOut(QPainter *painter, const Theme &theme) const {
  if (!point())
    return;
  const double x = std::round(across(*point()));
  painter->fillRect(QRectF(x, m_area.top(), 1, m_area.height()), theme.borderStrong);
  painter->setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = data().series.size(); i-- > 0;) {
    const auto value = data().value(i, *point());
    if (!value || data().series[i].role == ChartRole::Limit || hasSlots())
      continue;
    painter->setPen(QPen(theme.raised, 1.5));
    painter->setBrush(seriesColor(data(), i, theme));
    painter->drawEllipse(QPointF(x + 0.5, upwards(*value)), 4, 4);
  }
}

/// Its name stands in the head: on the line it would be written over bars and their values.
void PlotChart::paintLimit(QPainter *painter, std::size_t series, const Theme &theme) const {
  const auto &limit = data().series[series];
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(theme.muted, 1.3, Qt::DashLine));
  QPolygonF line;
  for (std::size_t i = 0; i < limit.values.size(); ++i)
    if (limit.values[i]) {
      const double half = hasSlots() ? slotWidth() / 2 : 0, y = upwards(*limit.values[i]);
      line << QPointF(across(i) - half, y) << QPointF(across(i) + half, y);
    }
  painter->drawPolyline(line);
}

} // namespace tenantry::ui
