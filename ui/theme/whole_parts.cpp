// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/whole_parts.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
const QString partsApart = u" · "_s;
} // namespace

QString elidedByParts(const QString &text, const QFontMetrics &metrics, int width) {
  if (metrics.horizontalAdvance(text) <= width)
    return text;
  for (auto end = text.lastIndexOf(partsApart); end > 0;
       end = text.lastIndexOf(partsApart, end - 1))
    if (const auto shorter = text.left(end).trimmed() + partsApart + QChar(0x2026);
        metrics.horizontalAdvance(shorter) <= width)
      return shorter;
  return metrics.elidedText(text, Qt::ElideRight, width);
}

QStringList linesOfParts(const QString &text, const QFontMetrics &metrics, int width) {
  QStringList lines;
  for (const auto &part : text.split(partsApart)) {
    const auto longer = lines.isEmpty() ? part : lines.last() + partsApart + part;
    if (lines.isEmpty() || metrics.horizontalAdvance(longer) > width)
      lines += part;
    else
      lines.last() = longer;
  }
  return lines;
}

} // namespace tenantry::ui
