// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button_action.h"
#include <QAbstractButton>
#include <QEvent>

namespace tenantry::ui {

ButtonAction::ButtonAction(QAbstractButton *button, const QIcon &icon, const QKeySequence &keys)
    : QAction(button), m_button(button) {
  setIcon(icon);
  setShortcut(keys);
  follow();
  button->installEventFilter(this);
  connect(this, &QAction::triggered, button, [button] { button->click(); });
}

void ButtonAction::follow() {
  setText(m_button->text().isEmpty() ? m_button->accessibleName() : m_button->text());
  setEnabled(m_button->isEnabledTo(m_button->window()));
  setToolTip(m_button->toolTip());
}

bool ButtonAction::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::EnabledChange || event->type() == QEvent::ToolTipChange)
    follow();
  return QAction::eventFilter(watched, event);
}

} // namespace tenantry::ui
