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

/// Gives where the next one begins, from the left.
int drawHint(QPainter *painter, const QRect &line, int left, const QString &keys,
             const QString &text, const Theme &theme) {
  const int wide = keyCapsWidth(keys), centre = line.height() / 2;
  const QRect caps(left, line.top(), wide, line.height());
  drawKeyCaps(painter, placed(*painter, line, caps).left() + wide, centre, keys, theme);
  const int wideText = textMetrics(TextStyle::Meta).horizontalAdvance(text);
  const QRect word(left + wide + 2 * space::x1, centre - 9, wideText + 2, 18);
  drawText(painter, placed(*painter, line, word), text, {TextStyle::Meta, theme.muted});
  return word.left() + wideText + hintGap;
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
  int x = drawHint(&painter, rect(), edge, u"↑ ↓"_s, tr("move"), theme);
  x = drawHint(&painter, rect(), x, u"↵"_s, tr("open"), theme);
  x = drawHint(&painter, rect(), x,
               keyCaps(QKeySequence(Qt::CTRL | Qt::Key_K)).section(u' ', 0, 0) + u" ↵"_s,
               tr("own window"), theme);
  drawText(&painter, placed(painter, rect(), QRect(x, 0, width() - edge - x, height())), m_outcome,
           {TextStyle::Meta, m_isError ? theme.danger.foreground : theme.muted,
            Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
}

} // namespace tenantry::ui
