// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/plot_chart.h"

namespace tenantry::ui {

/// What came to be over time: a thin line, the area below the first one shaded where it is asked
/// for; comparisons are dashed. Where nothing is known the line has a gap.
class LineChart : public PlotChart {
  Q_OBJECT

public:
  enum class Fill { None, Area };

  explicit LineChart(Fill fill = Fill::None, QWidget *parent = nullptr)
      : PlotChart(parent), m_fill(fill) {}

protected:
  [[nodiscard]] bool hasSlots() const override { return false; }
  void build(SeriesPlot &plot, const Theme &theme) override;
  void paintOver(QPainter *painter, const Theme &theme) override;

private:
  Fill m_fill;
};

} // namespace tenantry::ui
