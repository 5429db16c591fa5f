// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart.h"

namespace tenantry::ui {

/// Rows of values, each the darker the higher, with its number wherever there is room: cohorts by
/// month. Arrows go through rows and columns.
class HeatMap : public Chart {
  Q_OBJECT

public:
  using Chart::Chart;

  [[nodiscard]] QRectF cell(std::size_t row, std::size_t column) const;

protected:
  void paintPlot(QPainter *painter, const QRect &area, const Theme &theme) override;
  void paintHead(QPainter *painter, const QRect &line, const Theme &theme) const override;
  [[nodiscard]] std::optional<std::size_t> pointAt(const QPoint &position) const override;
  [[nodiscard]] std::size_t pointCount() const override;
  [[nodiscard]] QString textOf(std::size_t point) const override;
  [[nodiscard]] std::size_t neighbour(std::size_t point, int right, int down) const override;
  [[nodiscard]] bool hasRowPerSeries() const override { return true; }
  void dataChanged() override;

private:
  [[nodiscard]] QColor fill(qint64 value, const Theme &theme) const;
  void paintNames(QPainter *painter, const Theme &theme) const;
  void paintCell(QPainter *painter, std::size_t row, std::size_t column, const Theme &theme) const;

  qint64 m_lowest = 0;
  qint64 m_highest = 0;
  int m_namesWidth = 0;
};

/// The colour of a share 0..1 of the way from the lightest to the darkest; what is written on it is
/// chosen for contrast.
[[nodiscard]] QColor heatColor(double share, const Theme &theme);

} // namespace tenantry::ui
