// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reason_line.h"
#include "ui/widgets/buttons.h"
#include <QEvent>

namespace tenantry::ui {

ReasonLine::ReasonLine(QWidget *control)
    : Label({}, TextStyle::Meta, Tone::Muted), m_control(control) {
  setWordWrap(true);
  setMinimumHeight(2 * fontMetrics().lineSpacing()); // so that a dialog need not grow for it
  control->installEventFilter(this);
  follow();
}

void ReasonLine::follow() { setText(reasonOf(*m_control)); }

bool ReasonLine::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::DynamicPropertyChange)
    follow();
  return Label::eventFilter(watched, event);
}

} // namespace tenantry::ui
