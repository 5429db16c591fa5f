// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_button.h"
#include "ui/shell/commands.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int narrow = 120; ///< below, there is room for the icon alone
QKeySequence keys() { return {Qt::CTRL | Qt::Key_K}; }
} // namespace

SearchButton::SearchButton(QWidget *parent) : QAbstractButton(parent) {
  setText(tr("Search"));
  setAccessibleName(text());
  setToolTip(u"%1 (%2)"_s.arg(text(), keys().toString(QKeySequence::NativeText)));
  setFixedHeight(height::control);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
}

void SearchButton::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  const QRect box = rect().adjusted(space::x3, 0, -space::x3, 0);
  drawSurface(&painter, box, radius::control, underMouse() ? theme.hover : theme.raised,
              hasFocus() ? theme.focus : theme.border, hasFocus() ? width::focusRing : 1);
  const bool isNarrow = QWidget::width() < narrow;
  const QRect glass(box.left() + 9, box.top() + 8, iconSize::cell, iconSize::cell);
  drawIcon(&painter, u"search"_s,
           isNarrow ? QRectF(box) - QMarginsF(8, 8, 8, 8) : QRectF(placed(painter, box, glass)),
           theme.muted);
  if (isNarrow)
    return;
  drawText(&painter, placed(painter, box, box.adjusted(30, 0, 0, 0)), text(),
           {TextStyle::Body, theme.muted});
  const auto caps = keyCaps(keys());
  const int wide = keyCapsWidth(caps);
  const QRect place(box.right() - 7 - wide, box.top(), wide, box.height());
  drawKeyCaps(&painter, placed(painter, box, place).x() + wide, box.center().y() + 1, caps, theme);
}

} // namespace tenantry::ui
