// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_head.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {

constexpr int swatchWidth = 14, swatchGap = 6;

TextStyle styleOf(const HeadPart &part) {
  return part.isStrong ? TextStyle::MetaStrong : TextStyle::Meta;
}

int widthOf(const HeadPart &part) {
  const int text = textMetrics(styleOf(part), Figures::Tabular).horizontalAdvance(part.text);
  return text + (part.swatch.isValid() ? swatchWidth + swatchGap : 0);
}

/// Values stand close to their name, series further from each other.
int gapBefore(const HeadPart &part) { return part.isStrong ? space::x1 + 2 : space::x4; }

bool isAlone(const ChartData &data) {
  return std::count_if(data.series.begin(), data.series.end(),
                       [](const ChartSeries &one) { return one.role != ChartRole::Limit; }) <= 1;
}

/// "Limit now 1,000,000"; empty where it has none.
QString limitText(const ChartData &data, const ChartSeries &limit, const QLocale &locale) {
  for (const auto &value : limit.values)
    if (value)
      return QStringLiteral("%1 %2").arg(limit.name, data.unit.text(*value, locale));
  return {};
}

} // namespace

QList<HeadPart> headOfPoint(const ChartData &data, std::size_t point, const QLocale &locale,
                            const Theme &theme) {
  QList<HeadPart> parts{{data.labels[point].text, {}}};
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    if (!data.value(i, point))
      continue;
    const auto &series = data.series[i];
    if (!isAlone(data) || series.role == ChartRole::Limit)
      parts.append(
          {series.name, seriesColor(data, i, theme), false, series.role != ChartRole::Main});
    parts.append({data.valueText(i, point, locale), {}, true});
  }
  if (parts.size() == 1)
    parts.append({QString(QChar(0x2013)), {}, true});
  return parts;
}

QList<HeadPart> headOfSeries(const ChartData &data, const QLocale &locale, const Theme &theme) {
  QList<HeadPart> parts;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const auto &series = data.series[i];
    const bool isLimit = series.role == ChartRole::Limit;
    if (isAlone(data) && !isLimit)
      continue;
    const auto name = isLimit ? limitText(data, series, locale) : series.name;
    if (!name.isEmpty())
      parts.append({name, seriesColor(data, i, theme), false, series.role != ChartRole::Main});
  }
  return parts;
}

void drawChartHead(QPainter *painter, const QRect &line, const QList<HeadPart> &parts,
                   const Theme &theme) {
  const bool isMirrored = painter->layoutDirection() == Qt::RightToLeft;
  int x = line.left();
  for (const auto &part : parts) {
    const int wide = widthOf(part), start = x == line.left() ? x : x + gapBefore(part);
    if (start + wide > line.right() + 1)
      return;
    const int left = isMirrored ? line.left() + line.right() - start - wide + 1 : start;
    QRect rect(left, line.top(), wide + 1, line.height());
    if (part.swatch.isValid()) {
      const int mark = isMirrored ? rect.right() - swatchWidth : rect.left();
      painter->setPen(QPen(part.swatch, part.isDashed ? 1.3 : 1.8,
                           part.isDashed ? Qt::DashLine : Qt::SolidLine));
      painter->drawLine(QPointF(mark, rect.center().y() + 0.5),
                        QPointF(mark + swatchWidth, rect.center().y() + 0.5));
      rect = isMirrored ? rect.adjusted(0, 0, -swatchWidth - swatchGap, 0)
                        : rect.adjusted(swatchWidth + swatchGap, 0, 0, 0);
    }
    drawText(painter, rect, part.text,
             {styleOf(part), part.isStrong ? theme.text : theme.muted,
              Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
    x = start + wide;
  }
}

} // namespace tenantry::ui
