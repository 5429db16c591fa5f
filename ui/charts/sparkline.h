// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart_unit.h"
#include "ui/theme/tone.h"
#include <QList>
#include <QWidget>

namespace tenantry::ui {

/// The course of a figure beside it, without axes. Its tool tip and screen readers say from what to
/// what it went, and between which it was; fewer than two values show nothing.
class Sparkline : public QWidget {
public:
  explicit Sparkline(QWidget *parent = nullptr);

  void setValues(const QString &what, const QList<qint64> &values, const ChartUnit &unit);
  [[nodiscard]] QSize sizeHint() const override { return {64, 20}; }

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QVector<double> m_values;
};

} // namespace tenantry::ui
