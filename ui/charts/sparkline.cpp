// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"
#include "ui/theme/paint.h"
#include <QCoreApplication>
#include <QPainter>

namespace tenantry::ui {

Sparkline::Sparkline(QWidget *parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QString &what, const QList<qint64> &values, const ChartUnit &unit) {
  m_values.clear();
  for (const auto value : values)
    m_values.append(double(value));
  QString text;
  if (values.size() >= 2) {
    const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
    text = QCoreApplication::translate("Charts", "%1: from %2 to %3, between %4 and %5")
               .arg(what, unit.text(values.front(), locale()), unit.text(values.back(), locale()),
                    unit.text(*lowest, locale()), unit.text(*highest, locale()));
  }
  setAccessibleName(text);
  setToolTip(text);
  update();
}

void Sparkline::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawSparkline(&painter, QRectF(rect()).adjusted(1, 2, -1, -2), m_values, Theme::of(this).muted);
}

} // namespace tenantry::ui
