// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_label.h"
#include "ui/theme/whole_parts.h"
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int narrowest = 40;
}

ElidedLabel::ElidedLabel(TextStyle style, Tone tone, QWidget *parent)
    : Label({}, style, tone, parent) {
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const {
  return {std::min(narrowest, sizeHint().width()), Label::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect(), int(alignment()), elidedByParts(text(), fontMetrics(), width()));
}

bool ElidedLabel::event(QEvent *event) {
  if (event->type() != QEvent::ToolTip || fontMetrics().horizontalAdvance(text()) <= width())
    return Label::event(event);
  auto whole = text().toHtmlEscaped();
  if (!toolTip().isEmpty())
    whole += u"<br>"_s + toolTip().toHtmlEscaped();
  QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), whole, this);
  return true;
}

} // namespace tenantry::ui
