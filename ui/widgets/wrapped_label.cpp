// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_label.h"
#include <QPainter>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int leastRoom = 80;
constexpr QChar breakHere(0x200B); // a space of no width
} // namespace

WrappedLabel::WrappedLabel(TextStyle style, Tone tone, QWidget *parent)
    : Label({}, style, tone, parent) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

QString WrappedLabel::breakable() const {
  auto parts = text();
  for (const QChar sign : {u'@', u'.', u'-', u'/'})
    parts.replace(sign, QString(sign) + breakHere);
  return parts;
}

int WrappedLabel::wholeWidth() const { return fontMetrics().horizontalAdvance(text()) + 1; }

int WrappedLabel::neededHeight() const {
  if (width() >= wholeWidth() || text().isEmpty())
    return fontMetrics().height();
  const QRect room(0, 0, width(), QWIDGETSIZE_MAX);
  return fontMetrics()
      .boundingRect(room, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, breakable())
      .height();
}

QSize WrappedLabel::sizeHint() const { return {wholeWidth(), neededHeight()}; }

QSize WrappedLabel::minimumSizeHint() const {
  return {std::min(leastRoom, wholeWidth()), neededHeight()};
}

void WrappedLabel::resizeEvent(QResizeEvent *event) {
  Label::resizeEvent(event);
  if (event->size().width() != event->oldSize().width())
    updateGeometry();
}

void WrappedLabel::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  const bool fits = width() >= wholeWidth() - 1;
  painter.drawText(rect(), int(alignment()) | (fits ? Qt::TextSingleLine : Qt::TextWordWrap),
                   fits ? text() : breakable());
}

} // namespace tenantry::ui
