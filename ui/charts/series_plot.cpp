// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_plot.h"
#include <QAreaSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

namespace tenantry::ui {

SeriesPlot::SeriesPlot()
    : m_chart(new QChart), m_across(new QValueAxis), m_upwards(new QValueAxis) {
  m_scene.addItem(m_chart);
  m_chart->setBackgroundVisible(false);
  m_chart->setPlotAreaBackgroundVisible(false);
  m_chart->legend()->hide();
  m_chart->setMargins({});
  m_chart->layout()->setContentsMargins(0, 0, 0, 0);
  m_upwards->setRange(0, 1);
  for (auto *axis : {m_across, m_upwards})
    axis->setVisible(false);
  m_chart->addAxis(m_across, Qt::AlignBottom);
  m_chart->addAxis(m_upwards, Qt::AlignLeft);
}

SeriesPlot::~SeriesPlot() = default;

void SeriesPlot::begin(double first, double last) {
  m_chart->removeAllSeries();
  m_across->setRange(first, last > first ? last : first + 1);
}

void SeriesPlot::attach(QAbstractSeries *series) {
  m_chart->addSeries(series);
  series->attachAxis(m_across);
  series->attachAxis(m_upwards);
}

void SeriesPlot::addCurve(const Curve &curve) {
  if (curve.area.isValid()) {
    auto *upper = new QLineSeries;
    upper->append(curve.points);
    auto *area = new QAreaSeries(upper);
    upper->setParent(area);
    area->setPen(Qt::NoPen);
    QLinearGradient fading(0, 0, 0, 1);
    fading.setCoordinateMode(QGradient::ObjectBoundingMode);
    QColor top = curve.area, bottom = curve.area;
    top.setAlphaF(0.14F);
    bottom.setAlphaF(0);
    fading.setColorAt(0, top);
    fading.setColorAt(1, bottom);
    area->setBrush(fading);
    attach(area);
  }
  auto *line = new QLineSeries;
  line->append(curve.points);
  line->setPen(QPen(curve.color, curve.width, curve.isDashed ? Qt::DashLine : Qt::SolidLine,
                    Qt::RoundCap, Qt::RoundJoin));
  attach(line);
}

namespace {

/// Where each label's bars begin.
QBarSet *setBelow(const QList<SeriesPlot::Bars> &bars) {
  auto *below = new QBarSet({});
  for (const auto &label : bars) {
    double lowest = label.isEmpty() ? 0 : 1;
    for (const auto &bar : label)
      lowest = std::min({lowest, bar.from, bar.to});
    *below << lowest;
  }
  below->setBrush(Qt::NoBrush);
  return below;
}

/// Of each label the piece at that place, where it has that colour.
QBarSet *setOf(const QList<SeriesPlot::Bars> &bars, qsizetype piece, const QColor &color) {
  auto *set = new QBarSet({});
  for (const auto &label : bars) {
    const auto bar = label.value(piece);
    *set << (bar.color == color ? std::abs(bar.to - bar.from) : 0);
  }
  set->setBrush(color);
  return set;
}

} // namespace

/// Stacked upon a bar that is not seen, since theirs do not float; a set for each place and colour,
/// so that of every label what comes first lies below.
void SeriesPlot::addBars(const QList<Bars> &bars, double width) {
  auto *series = new QStackedBarSeries;
  series->setBarWidth(width);
  series->append(setBelow(bars));
  qsizetype most = 0;
  for (const auto &label : bars)
    most = std::max(most, label.size());
  for (qsizetype piece = 0; piece < most; ++piece) {
    QList<QColor> colors;
    for (const auto &label : bars)
      if (piece < label.size() && !colors.contains(label[piece].color))
        colors.append(label[piece].color);
    for (const auto &color : std::as_const(colors))
      series->append(setOf(bars, piece, color));
  }
  for (auto *set : series->barSets())
    set->setPen(Qt::NoPen);
  attach(series);
}

void SeriesPlot::draw(QPainter *painter, const QRectF &area) {
  const QRectF whole(QPointF(), area.size());
  if (m_chart->geometry() != whole || m_scene.sceneRect() != whole) {
    m_chart->setGeometry(whole);
    m_chart->setPlotArea(whole);
    m_scene.setSceneRect(whole);
  }
  m_chart->layout()->activate();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  m_scene.render(painter, area, whole);
  painter->restore();
}

} // namespace tenantry::ui
