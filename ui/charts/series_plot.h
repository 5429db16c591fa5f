// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QGraphicsScene>
#include <QList>
#include <QPointF>

class QAbstractSeries;
class QChart;
class QPainter;
class QValueAxis;

namespace tenantry::ui {

/// Curves and bars as Qt Charts draws them, without its axes, legends and texts: those the charts
/// write in the type of the house. Across, the labels stand at 0, 1, 2 …; upwards everything is a
/// share of the axis, 0 to 1.
class SeriesPlot {
public:
  SeriesPlot();
  ~SeriesPlot();
  SeriesPlot(const SeriesPlot &) = delete;
  SeriesPlot &operator=(const SeriesPlot &) = delete;

  struct Curve {
    QList<QPointF> points;
    QColor color;
    double width = 1.8;
    bool isDashed = false;
    QColor area{}; ///< fades from below the curve to the axis; invalid: none
  };
  struct Bar {
    double from = 0;
    double to = 0;
    QColor color{};
  };
  /// What stands at one label: pieces that follow upon each other, or nothing.
  using Bars = QList<Bar>;

  /// Forgets what was drawn; across it then reaches from `first` to `last`.
  void begin(double first, double last);
  void addCurve(const Curve &curve);
  /// The bars of each label. As wide as that share of their slot.
  void addBars(const QList<Bars> &bars, double width);
  void draw(QPainter *painter, const QRectF &area);

private:
  void attach(QAbstractSeries *series);

  QGraphicsScene m_scene;
  QChart *m_chart; ///< the scene's
  QValueAxis *m_across;
  QValueAxis *m_upwards;
};

} // namespace tenantry::ui
