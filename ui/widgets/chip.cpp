// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/style_buttons.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int sidePadding = 9, gap = 5, crossSpace = 24, leastValue = 28;

int keyWidth(const QString &key) { return textMetrics(TextStyle::Meta).horizontalAdvance(key); }
int valueWidth(const QString &value) {
  return textMetrics(TextStyle::MetaStrong, Figures::Tabular).horizontalAdvance(value);
}

} // namespace

Chip::Chip(const QString &key, const QString &value, QWidget *parent)
    : QToolButton(parent), m_key(key) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setValue(value);
}

void Chip::setValue(const QString &value) {
  m_value = value;
  setAccessibleName(value.isEmpty() ? tr("Add %1").arg(m_key) : tr("%1: %2").arg(m_key, value));
  setAccessibleDescription(value.isEmpty() ? QString() : tr("Delete removes this filter"));
  updateGeometry();
  update();
}

QSize Chip::sizeHint() const {
  const int inner = m_value.isEmpty() ? iconSize::chip + gap
                                      : gap + valueWidth(m_value) + crossSpace - sidePadding;
  return {2 * sidePadding + keyWidth(m_key) + inner, height::compactControl};
}

QSize Chip::minimumSizeHint() const {
  const int spare = m_value.isEmpty() ? 0 : std::max(valueWidth(m_value) - leastValue, 0);
  return sizeHint() - QSize(spare, 0);
}

bool Chip::event(QEvent *event) {
  if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || width() >= sizeHint().width())
    return QToolButton::event(event);
  QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                     accessibleName().toHtmlEscaped(), this);
  return true;
}

QRect Chip::crossRect() const {
  if (m_value.isEmpty())
    return {};
  return QStyle::visualRect(layoutDirection(), rect(),
                            rect().adjusted(width() - crossSpace, 0, 0, 0));
}

void Chip::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  if (m_value.isEmpty())
    paintInvitation(painter);
  else
    paintFilter(painter);
  if (!hasFocus())
    return;
  QStyleOption ring;
  ring.initFrom(this);
  drawFocusRing(ring, &painter);
}

void Chip::paintFilter(QPainter &painter) const {
  const auto &theme = Theme::of(this);
  drawSurface(&painter, rect(), radius::control,
              underMouse() || isDown() ? theme.hover : theme.raised, theme.borderStrong);
  QRect text = rect().adjusted(sidePadding, 0, 0, 0);
  drawText(&painter, placed(painter, rect(), text), m_key, {TextStyle::Meta, theme.muted});
  text.setLeft(text.left() + keyWidth(m_key) + gap);
  text.setRight(width() - crossSpace + gap);
  drawText(&painter, placed(painter, rect(), text), m_value,
           {TextStyle::MetaStrong, theme.text, Qt::AlignLeft | Qt::AlignVCenter, Figures::Tabular});
  const QPointF centre = QRectF(crossRect()).center();
  drawIcon(&painter, u"x"_s, QRectF(centre.x() - 6, centre.y() - 5, 11, 11), theme.muted);
}

void Chip::paintInvitation(QPainter &painter) const {
  const auto &theme = Theme::of(this);
  QPen dashed(underMouse() ? theme.muted : theme.borderStrong, 1);
  dashed.setDashPattern({3, 3});
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(dashed);
  painter.setBrush(underMouse() || isDown() ? QBrush(theme.hover) : QBrush(Qt::NoBrush));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control,
                          radius::control);
  const QRect plus(sidePadding - 1, 0, iconSize::chip, iconSize::chip);
  drawIcon(&painter, u"plus"_s,
           QRectF(placed(painter, rect(), plus)).translated(0, QRectF(rect()).center().y() - 6),
           theme.muted);
  const QRect text = rect().adjusted(sidePadding + iconSize::chip + gap - 2, 0, 0, 0);
  drawText(&painter, placed(painter, rect(), text), m_key, {TextStyle::Meta, theme.muted});
}

void Chip::mouseReleaseEvent(QMouseEvent *event) {
  const bool removes = isDown() && crossRect().contains(event->pos());
  if (!removes) {
    QToolButton::mouseReleaseEvent(event);
    return;
  }
  setDown(false);
  Q_EMIT removeRequested();
}

void Chip::keyPressEvent(QKeyEvent *event) {
  if (!m_value.isEmpty() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
    Q_EMIT removeRequested();
  else
    QToolButton::keyPressEvent(event);
}

} // namespace tenantry::ui
