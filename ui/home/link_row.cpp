// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/link_row.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/link_ground.h"
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int inset = space::x2, lineHeight = 18;
}

LinkRow::LinkRow(const Content &content, QWidget *parent)
    : QAbstractButton(parent), m_content(content) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(u"%1, %2, %3"_s.arg(content.text, content.detail, content.value));
  setToolTip(accessibleName());
}

QSize LinkRow::sizeHint() const { return {200, height::twoLineRow}; }

/// Up and down go through the rows of the card as through a list.
void LinkRow::keyPressEvent(QKeyEvent *event) {
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return click();
  case Qt::Key_Down:
  case Qt::Key_J:
    focusNextChild();
    return;
  case Qt::Key_Up:
  case Qt::Key_K:
    focusPreviousChild();
    return;
  default:
    QAbstractButton::keyPressEvent(event);
  }
}

void LinkRow::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  drawLinkGround(&painter, *this);
  const auto &valueMetrics = textMetrics(TextStyle::BodyStrong, Figures::Tabular);
  const int valueWidth = valueMetrics.horizontalAdvance(m_content.value) + 1;
  const bool isMirrored = layoutDirection() == Qt::RightToLeft;
  const QRect inner = rect().adjusted(inset, 0, -inset, 0);
  const QRect texts = isMirrored ? inner.adjusted(valueWidth + space::x3, 0, 0, 0)
                                 : inner.adjusted(0, 0, -valueWidth - space::x3, 0);
  const int top = rect().center().y() - lineHeight + 1;
  drawText(&painter, QRect(texts.left(), top, texts.width(), lineHeight), m_content.text,
           {TextStyle::Body, theme.text, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
  drawText(&painter, QRect(texts.left(), top + lineHeight, texts.width(), lineHeight - 2),
           m_content.detail,
           {TextStyle::Meta, theme.color(m_content.tone), Qt::AlignLeft | Qt::AlignVCenter,
            Figures::Tabular});
  drawText(
      &painter, inner, m_content.value,
      {TextStyle::BodyStrong, theme.text, Qt::AlignRight | Qt::AlignVCenter, Figures::Tabular});
}

} // namespace tenantry::ui
