// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart.h"
#include "ui/charts/chart_scale.h"
#include "ui/charts/series_plot.h"

namespace tenantry::ui {

/// A chart with axes: horizontal hairlines with exact marks, labels below the base line as many as
/// fit, and a line through the point that is read out.
class PlotChart : public Chart {
  Q_OBJECT

public:
  using Chart::Chart;

  [[nodiscard]] const ChartScale &scale() const { return m_scale; }
  /// Where values are drawn.
  [[nodiscard]] QRectF plotArea() const { return m_area; }
  /// The middle of a label's place, and the height of a value, in pixels of the widget.
  [[nodiscard]] double across(std::size_t label) const;
  [[nodiscard]] double upwards(qint64 value) const;

protected:
  /// The values that the axis reaches over; whatever it is, 0 belongs to it.
  [[nodiscard]] virtual std::pair<qint64, qint64> extent() const;
  [[nodiscard]] virtual bool hasSlots() const { return true; } ///< bars; a line reaches to the ends
  [[nodiscard]] virtual int roomAbove() const { return 8; }
  /// Each names a step that nobody could guess from its neighbours, as dates can be: where they do
  /// not stand beside each other they stand in two lines in turn.
  [[nodiscard]] virtual bool needsAllLabels() const { return false; }
  virtual void build(SeriesPlot &plot, const Theme &theme) = 0;
  virtual void paintOver(QPainter *, const Theme &) {}
  [[nodiscard]] double slotWidth() const;
  [[nodiscard]] SeriesPlot::Bar barOf(qint64 from, qint64 to, const QColor &color) const;
  [[nodiscard]] qint64 largest() const; ///< by its size, of the axis
  /// Above a bar, as exact as there may be room for: the longest first.
  [[nodiscard]] QStringList shortTexts(qint64 value) const;
  void paintLimit(QPainter *painter, std::size_t series, const Theme &theme) const;
  void addComparisons(SeriesPlot &plot, const Theme &theme) const;
  /// The stretches of a series without gaps; points alone are stretches of one.
  [[nodiscard]] QList<QList<QPointF>> stretches(const ChartSeries &series) const;

  void paintPlot(QPainter *painter, const QRect &area, const Theme &theme) override;
  [[nodiscard]] std::optional<std::size_t> pointAt(const QPoint &position) const override;
  void dataChanged() override;
  [[nodiscard]] QRect focusRect() const override;

private:
  void paintMarks(QPainter *painter, const Theme &theme) const;
  void paintLabels(QPainter *painter, const Theme &theme) const;
  void paintReadOut(QPainter *painter, const Theme &theme) const;
  [[nodiscard]] QString tick(qint64 value) const;
  [[nodiscard]] int labelLines() const;
  [[nodiscard]] int widestLabel() const;

  ChartScale m_scale;
  QRectF m_area;
  int m_labelLines = 1;
  SeriesPlot m_plot;
  bool m_isStale = true;
};

} // namespace tenantry::ui
