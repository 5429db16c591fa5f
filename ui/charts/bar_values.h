// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QList>
#include <QStringList>

class QPainter;

namespace tenantry::ui {

/// What stands above a bar.
struct BarValue {
  double x = 0;      ///< its middle
  double top = 0;    ///< of the bar
  QStringList texts; ///< as exact as there is room for: the longest first
  QColor color;
  bool isEmphasized = false;
};

/// All of them, as exact as they have room in their slots, or beyond them where that is free. Where
/// two would meet, only the one that is emphasized: the read-out and the table say the others.
/// Lines behind them give way to the background.
void drawBarValues(QPainter *painter, const QList<BarValue> &values, double slotWidth,
                   const QColor &background);

/// How much of its slot a bar takes: never wider than 44 px.
[[nodiscard]] double barShare(double slotWidth);

} // namespace tenantry::ui
