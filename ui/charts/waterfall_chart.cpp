// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/waterfall_chart.h"
#include "ui/charts/bar_values.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {

/// Of the highest level: where all of them are above, what lies below says nothing.
constexpr double worthBreaking = 0.75;

qint64 plus(qint64 a, qint64 b) {
  qint64 sum = 0;
  if (!__builtin_add_overflow(a, b, &sum))
    return sum;
  return b < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

} // namespace

std::vector<WaterfallChart::Step> WaterfallChart::steps() const {
  std::vector<Step> steps;
  qint64 level = 0;
  for (std::size_t i = 0; i < data().labels.size(); ++i) {
    const auto value = data().value(0, i);
    const bool isTotal = data().totals.contains(i);
    const qint64 to = !value ? level : isTotal ? *value : plus(level, *value);
    steps.push_back({isTotal ? 0 : level, to, isTotal, value.has_value()});
    level = to;
  }
  return steps;
}

std::pair<qint64, qint64> WaterfallChart::extent() const {
  qint64 lowest = std::numeric_limits<qint64>::max(), highest = std::numeric_limits<qint64>::min();
  for (const auto &step : steps()) {
    lowest = std::min({lowest, step.to, step.isTotal ? step.to : step.from});
    highest = std::max({highest, step.to, step.from});
  }
  if (lowest > highest)
    return {0, 0};
  const bool movesNothing = lowest == highest; // there is no step that the room would be for
  if (movesNothing || lowest < 0 || double(lowest) < worthBreaking * double(highest))
    return {std::min<qint64>(lowest, 0), std::max<qint64>(highest, 0)};
  // Some of each total is still to be seen.
  return {std::max<qint64>(0, lowest - (highest - lowest) / 2 - 1), highest};
}

bool WaterfallChart::isAxisBroken() const { return scale().lowest > 0; }

void WaterfallChart::build(SeriesPlot &plot, const Theme &theme) {
  QList<SeriesPlot::Bars> bars;
  for (const auto &step : steps()) {
    const auto &color = step.isTotal          ? theme.chart[4]
                        : step.to > step.from ? theme.positive
                                              : theme.negative;
    auto &bar = bars.emplace_back();
    if (step.isKnown)
      bar.append(barOf(step.from, step.to, color));
  }
  plot.addBars(bars, barShare(slotWidth()));
}

void WaterfallChart::paintOver(QPainter *painter, const Theme &theme) {
  const auto all = steps();
  paintConnectors(painter, all, theme);
  if (isAxisBroken())
    paintBreaks(painter, all, theme);
  QList<BarValue> values;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto &step = all[i];
    if (!step.isKnown)
      continue;
    const qint64 value = *data().value(0, i);
    auto texts = shortTexts(value);
    if (!step.isTotal && value > 0)
      for (auto &text : texts)
        text.prepend(u'+');
    values.append({across(i), upwards(std::max(step.from, step.to)), texts,
                   step.isTotal || value == 0 ? theme.text
                   : value > 0                ? theme.success.foreground
                                              : theme.danger.foreground});
  }
  drawBarValues(painter, values, slotWidth(), theme.raised);
}

void WaterfallChart::paintConnectors(QPainter *painter, const std::vector<Step> &steps,
                                     const Theme &theme) const {
  const double half = slotWidth() * barShare(slotWidth()) / 2;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    // A step of nothing is a line as well.
    const bool isFlat = !steps[i].isTotal && steps[i].from == steps[i].to;
    const double left = across(i) + (isFlat ? -half : half), right = across(i + 1) - half;
    painter->fillRect(QRectF(left, std::round(upwards(steps[i].to)), right - left, 1),
                      theme.borderStrong);
  }
}

/// A zigzag through each total: below it something is left out.
void WaterfallChart::paintBreaks(QPainter *painter, const std::vector<Step> &steps,
                                 const Theme &theme) const {
  constexpr double tooth = 6, high = 3, above = 12;
  const double half = slotWidth() * barShare(slotWidth()) / 2;
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(theme.raised, 2.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].isTotal)
      continue;
    QPolygonF zigzag;
    bool isUp = false;
    for (double x = across(i) - half - 1; x <= across(i) + half + tooth; x += tooth, isUp = !isUp)
      zigzag << QPointF(x, plotArea().bottom() - above - (isUp ? high : 0));
    painter->drawPolyline(zigzag);
  }
}

void WaterfallChart::paintHead(QPainter *painter, const QRect &line, const Theme &theme) const {
  if (point() || !isAxisBroken())
    return PlotChart::paintHead(painter, line, theme);
  drawText(painter, line, tr("The axis does not begin at zero"),
           {TextStyle::Meta, theme.muted, Qt::AlignLeft | Qt::AlignVCenter});
}

} // namespace tenantry::ui
