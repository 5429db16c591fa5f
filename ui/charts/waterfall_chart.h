// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/plot_chart.h"

namespace tenantry::ui {

/// From one total to the next by its steps (ChartData::totals says which are totals): green up, red
/// down, each with its sign. Where the steps would be invisible beside the totals the axis is
/// broken, which is drawn and said.
class WaterfallChart : public PlotChart {
  Q_OBJECT

public:
  using PlotChart::PlotChart;

  [[nodiscard]] bool isAxisBroken() const;

protected:
  [[nodiscard]] std::pair<qint64, qint64> extent() const override;
  [[nodiscard]] int roomAbove() const override { return 18; }
  [[nodiscard]] bool needsAllLabels() const override { return true; }
  void build(SeriesPlot &plot, const Theme &theme) override;
  void paintOver(QPainter *painter, const Theme &theme) override;
  void paintHead(QPainter *painter, const QRect &line, const Theme &theme) const override;

private:
  struct Step {
    qint64 from = 0;
    qint64 to = 0;
    bool isTotal = false;
    bool isKnown = false;
  };
  [[nodiscard]] std::vector<Step> steps() const;
  void paintConnectors(QPainter *painter, const std::vector<Step> &steps, const Theme &theme) const;
  void paintBreaks(QPainter *painter, const std::vector<Step> &steps, const Theme &theme) const;
};

} // namespace tenantry::ui
