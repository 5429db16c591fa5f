// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include <QEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString nameWithKeys(const QString &name, const QKeySequence &keys) {
  return keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys.toString(QKeySequence::NativeText));
}

void followAction(QAbstractButton *button, QAction *action) {
  const auto follow = [button, action] {
    setHint(button, nameWithKeys(action->text(), action->shortcut()));
    setBlocked(button, action->isEnabled() ? QString() : action->toolTip());
  };
  QObject::connect(action, &QAction::changed, button, follow);
  QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
  follow();
}

ButtonAction::ButtonAction(QAbstractButton *button, const QIcon &icon, const QKeySequence &keys)
    : QAction(button), m_button(button) {
  setIcon(icon);
  setShortcut(keys);
  follow();
  button->installEventFilter(this);
  connect(this, &QAction::triggered, button, [button] { button->click(); });
}

QAction *actionOf(const QAbstractButton *button) {
  return button->findChild<ButtonAction *>(QString(), Qt::FindDirectChildrenOnly);
}

void ButtonAction::follow() {
  setText(m_button->text().isEmpty() ? m_button->accessibleName() : m_button->text());
  setEnabled(m_button->isEnabledTo(m_button->window()));
  setHint(m_button, nameWithKeys(text(), shortcut()));
  setToolTip(m_button->toolTip());
}

bool ButtonAction::eventFilter(QObject *watched, QEvent *event) {
  if (event->type() == QEvent::EnabledChange || event->type() == QEvent::ToolTipChange)
    follow();
  return QAction::eventFilter(watched, event);
}

} // namespace tenantry::ui
