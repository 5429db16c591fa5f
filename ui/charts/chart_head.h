// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/charts/chart.h"

namespace tenantry::ui {

/// A piece of the line above a chart.
struct HeadPart {
  QString text;
  QColor swatch;         ///< a mark of the series before it; invalid: none
  bool isStrong = false; ///< a value
  bool isDashed = false; ///< the mark
};

/// What is read out: the label, then each series with its value.
[[nodiscard]] QList<HeadPart> headOfPoint(const ChartData &data, std::size_t point,
                                          const QLocale &locale, const Theme &theme);
/// Which line is which, nothing where there is only one; and what a limit is called and comes to.
[[nodiscard]] QList<HeadPart> headOfSeries(const ChartData &data, const QLocale &locale,
                                           const Theme &theme);
/// Parts that do not fit are left out at the end.
void drawChartHead(QPainter *painter, const QRect &line, const QList<HeadPart> &parts,
                   const Theme &theme);

} // namespace tenantry::ui
