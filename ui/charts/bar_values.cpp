// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_values.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {
constexpr int textHeight = 16, widestBar = 44;
constexpr double usualShare = 0.6;

int valueWidth(const QString &text) {
  return textMetrics(TextStyle::CaptionStrong, Figures::Tabular).horizontalAdvance(text);
}

QRect placeOf(const BarValue &value, const QString &text) {
  const int width = valueWidth(text) + 1;
  return {qRound(value.x) - width / 2, qRound(value.top) - textHeight - 1, width, textHeight};
}

QStringList onlyEmphasized(const QList<BarValue> &values) {
  QStringList texts;
  for (const auto &value : values)
    texts.append(value.isEmphasized ? value.texts.value(0) : QString());
  return texts;
}

/// Empty ones where they do not.
QStringList textsThatFit(const QList<BarValue> &values, double slotWidth) {
  QStringList texts;
  const qsizetype most = values.isEmpty() ? 0 : values.front().texts.size();
  for (qsizetype length = 0; length < most; ++length) {
    texts.clear();
    for (const auto &value : values)
      texts.append(value.texts.value(length));
    if (std::all_of(texts.begin(), texts.end(),
                    [slotWidth](const QString &text) { return valueWidth(text) + 4 <= slotWidth; }))
      return texts;
  }
  for (qsizetype i = 0; i + 1 < texts.size(); ++i)
    if (placeOf(values[i], texts[i])
            .adjusted(-2, 0, 2, 0)
            .intersects(placeOf(values[i + 1], texts[i + 1])))
      return onlyEmphasized(values);
  return texts;
}
} // namespace

void drawBarValues(QPainter *painter, const QList<BarValue> &values, double slotWidth,
                   const QColor &background) {
  const auto texts = textsThatFit(values, slotWidth);
  for (qsizetype i = 0; i < texts.size(); ++i) {
    if (texts[i].isEmpty())
      continue;
    const auto place = placeOf(values[i], texts[i]);
    painter->fillRect(place.adjusted(-2, 2, 2, -2), background);
    drawText(painter, place, texts[i],
             {TextStyle::CaptionStrong, values[i].color, Qt::AlignCenter, Figures::Tabular});
  }
}

double barShare(double slotWidth) {
  return slotWidth > 0 ? std::min(usualShare, widestBar / slotWidth) : usualShare;
}

} // namespace tenantry::ui
