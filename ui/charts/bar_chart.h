// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/plot_chart.h"

namespace tenantry::ui {

/// One bar for each label with its value above it, where there is room; the emphasized one in the
/// accent, or red where it is alarming, the others grey. A bar that goes beyond a limit is marked
/// by its part above the line.
class BarChart : public PlotChart {
  Q_OBJECT

public:
  using PlotChart::PlotChart;

protected:
  [[nodiscard]] int roomAbove() const override { return 18; }
  void build(SeriesPlot &plot, const Theme &theme) override;
  void paintOver(QPainter *painter, const Theme &theme) override;

private:
  [[nodiscard]] const ChartSeries *ofRole(ChartRole role) const;
};

} // namespace tenantry::ui
