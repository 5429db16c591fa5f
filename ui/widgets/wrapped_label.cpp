// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_label.h"
#include <QPainter>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int leastRoom = 80;
constexpr QChar breakHere(0x200B); // a space of no width
const QString partsApart = u" · "_s;
} // namespace

WrappedLabel::WrappedLabel(TextStyle style, Tone tone, QWidget *parent)
    : Label({}, style, tone, parent) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

QString WrappedLabel::breakable() const {
  auto parts = text().split(partsApart);
  static const QRegularExpression signOfAddress(u"(?<![0-9])([@./-])(?![0-9])"_s);
  parts.first().replace(signOfAddress, u"\\1"_s + breakHere);
  for (auto part = parts.begin() + 1; part != parts.end(); ++part)
    part->replace(u' ', QChar::Nbsp);
  return parts.join(QChar(QChar::Nbsp) + u"· "_s);
}

QTextOption WrappedLabel::wrapping() const {
  QTextOption option(alignment());
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setTextDirection(layoutDirection());
  return option;
}

int WrappedLabel::wholeWidth() const { return fontMetrics().horizontalAdvance(text()) + 1; }

int WrappedLabel::neededHeight() const {
  if (width() >= wholeWidth() || text().isEmpty())
    return fontMetrics().height();
  QTextLayout layout(breakable().replace(u'\n', QChar::LineSeparator), font());
  layout.setTextOption(wrapping());
  layout.beginLayout();
  int lines = 0;
  for (auto line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
    line.setLineWidth(width());
  layout.endLayout();
  return fontMetrics().height() + (lines - 1) * fontMetrics().lineSpacing();
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
  if (width() >= wholeWidth() - 1)
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, text());
  else
    painter.drawText(QRectF(rect()), breakable(), wrapping());
}

} // namespace tenantry::ui
