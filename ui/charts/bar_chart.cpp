// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_chart.h"
#include "ui/charts/bar_values.h"

namespace tenantry::ui {

const ChartSeries *BarChart::ofRole(ChartRole role) const {
  const auto found =
      std::find_if(data().series.begin(), data().series.end(),
                   [role](const ChartSeries &series) { return series.role == role; });
  return found == data().series.end() ? nullptr : &*found;
}

void BarChart::build(SeriesPlot &plot, const Theme &theme) {
  const auto *main = ofRole(ChartRole::Main), *limit = ofRole(ChartRole::Limit);
  if (!main)
    return;
  QList<SeriesPlot::Bars> bars;
  for (std::size_t i = 0; i < data().labels.size(); ++i) {
    auto &bar = bars.emplace_back();
    const auto value = main->values[i], most = limit ? limit->values[i] : std::nullopt;
    if (!value)
      continue;
    const auto &color = data().emphasized && data().emphasized != i ? theme.chart[4]
                        : data().isAlarming                         ? theme.negative
                                                                    : theme.chart[0];
    const bool isBeyond = most && *value > *most && *most >= 0;
    bar.append(barOf(0, isBeyond ? *most : *value, color));
    if (isBeyond)
      bar.append(barOf(*most, *value, theme.negative));
  }
  plot.addBars(bars, barShare(slotWidth()));
  addComparisons(plot, theme);
}

void BarChart::paintOver(QPainter *painter, const Theme &theme) {
  const auto *main = ofRole(ChartRole::Main);
  if (!main)
    return;
  QList<BarValue> values;
  for (std::size_t i = 0; i < main->values.size(); ++i)
    if (const auto value = main->values[i])
      values.append({across(i), *value < 0 ? upwards(0) : upwards(*value), shortTexts(*value),
                     data().emphasized != i ? theme.text2
                     : data().isAlarming    ? theme.danger.foreground
                                            : theme.text,
                     data().emphasized == i});
  drawBarValues(painter, values, slotWidth(), theme.raised);
}

} // namespace tenantry::ui
