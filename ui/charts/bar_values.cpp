// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_values.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {
constexpr int textHeight = 16, widestBar = 44;
constexpr double usualShare = 0.6;
} // namespace

void drawBarValues(QPainter *painter, const QList<BarValue> &values, double slotWidth,
                   const QColor &background) {
  const auto &metrics = textMetrics(TextStyle::CaptionStrong, Figures::Tabular);
  const bool fit = std::all_of(values.begin(), values.end(), [&](const BarValue &value) {
    return metrics.horizontalAdvance(value.text) + 4 <= slotWidth;
  });
  if (!fit)
    return;
  for (const auto &value : values) {
    const int wide = metrics.horizontalAdvance(value.text) + 1;
    const QRect place(qRound(value.x) - wide / 2, qRound(value.top) - textHeight - 1, wide,
                      textHeight);
    painter->fillRect(place.adjusted(-2, 2, 2, -2), background);
    drawText(painter, place, value.text,
             {TextStyle::CaptionStrong, value.color, Qt::AlignCenter, Figures::Tabular});
  }
}

double barShare(double slotWidth) {
  return slotWidth > 0 ? std::min(usualShare, widestBar / slotWidth) : usualShare;
}

} // namespace tenantry::ui
