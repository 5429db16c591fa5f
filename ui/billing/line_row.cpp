// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/line_row.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/whole_parts.h"
#include <QPainter>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int firstLine = 20, secondLine = 16, margin = 4;
}

LineRow::LineRow(const LineText &text, const QString &amount, bool hasEvidence, QWidget *parent)
    : QAbstractButton(parent), m_text(text), m_amount(amount) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(hasEvidence ? Qt::StrongFocus : Qt::NoFocus);
  setEnabled(hasEvidence);
  setAttribute(Qt::WA_Hover, hasEvidence);
  QStringList said{text.what, text.how, amount};
  said.removeAll(QString());
  setAccessibleName(said.join(u", "_s));
  if (hasEvidence) {
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show the events behind this line"));
  }
}

/// What was used, and when, stand below each other where there is no room for both.
QSize LineRow::sizeHint() const {
  return {120, firstLine + int(howIn(width()).size()) * secondLine + 2 * margin};
}

void LineRow::resizeEvent(QResizeEvent *event) {
  QAbstractButton::resizeEvent(event);
  if (event->size().width() != event->oldSize().width())
    updateGeometry();
}

QStringList LineRow::howIn(int width) const {
  return m_text.how.isEmpty()
             ? QStringList()
             : linesOfParts(m_text.how, textMetrics(TextStyle::Meta, Figures::Tabular), width);
}

void LineRow::enterEvent(QEnterEvent *event) {
  QAbstractButton::enterEvent(event);
  update();
}

void LineRow::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto &theme = Theme::of(this);
  if (isEnabled() && (underMouse() || isDown()))
    drawSurface(&painter, rect().adjusted(-2, 0, 2, 0), radius::control, theme.hover,
                Qt::transparent, 0);
  if (hasFocus())
    drawSurface(&painter, rect().adjusted(1, 1, -1, -1), radius::control, Qt::transparent,
                theme.focus, width::focusRing);
  const QRect top(0, margin, width(), firstLine);
  const int amountWidth =
      textMetrics(TextStyle::Body, Figures::Tabular).horizontalAdvance(m_amount) + space::x2;
  const auto nameColor = isEnabled() ? theme.accentText : theme.text;
  drawText(&painter, placed(painter, top, top.adjusted(0, 0, -amountWidth, 0)), m_text.what,
           {TextStyle::Body, nameColor});
  drawText(&painter, top, m_amount,
           {TextStyle::Body, theme.text, Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
  int y = margin + firstLine;
  for (const auto &line : howIn(width())) {
    drawText(&painter, QRect(0, y, width(), secondLine), line,
             {TextStyle::Meta, theme.muted, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
    y += secondLine;
  }
}

} // namespace tenantry::ui
