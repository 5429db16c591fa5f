// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_hints.h"
#include "ui/shell/commands.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int edge = 18, hintGap = 18;

/// Gives where the next one begins.
int drawHint(QPainter *painter, int left, int centre, const QString &keys, const QString &text,
             const Theme &theme) {
  int wide = 0;
  for (const auto &cap : keys.split(u' '))
    wide += std::max(18, textMetrics(TextStyle::Caption).horizontalAdvance(cap) + 8) + space::x1;
  drawKeyCaps(painter, left + wide - space::x1, centre, keys, theme);
  const int wideText = textMetrics(TextStyle::Meta).horizontalAdvance(text);
  drawText(painter, QRect(left + wide + space::x1, centre - 9, wideText + 2, 18), text,
           {TextStyle::Meta, theme.muted});
  return left + wide + space::x1 + wideText + hintGap;
}

} // namespace

PaletteHints::PaletteHints(QWidget *parent) : QWidget(parent) { setFixedHeight(high); }

void PaletteHints::setOutcome(const QString &text, bool isError) {
  m_outcome = text;
  m_isError = isError;
  setAccessibleName(text);
  setToolTip(isError ? text : QString());
  update();
}

void PaletteHints::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  painter.fillRect(0, 0, width(), 1, theme.border);
  const int centre = height() / 2;
  int x = drawHint(&painter, edge, centre, u"↑ ↓"_s, tr("move"), theme);
  x = drawHint(&painter, x, centre, u"↵"_s, tr("open"), theme);
  x = drawHint(&painter, x, centre,
               keyCaps(QKeySequence(Qt::CTRL | Qt::Key_K)).section(u' ', 0, 0) + u" ↵"_s,
               tr("own window"), theme);
  drawText(&painter, QRect(x, 0, width() - edge - x, height()), m_outcome,
           {TextStyle::Meta, m_isError ? theme.danger.foreground : theme.muted,
            Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
}

} // namespace tenantry::ui
