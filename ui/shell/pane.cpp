// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane.h" // its signals are compiled here
#include <QAction>

namespace tenantry::ui {

Pane::Part Pane::partOf(QAction *action, const Place &record, const QString &refusal) const {
  const auto now = action->isEnabled() ? QString() : action->toolTip();
  return {action->text(), action->icon().name(),
          record,         action->shortcut(),
          action,         isShowing(record) ? now : refusal};
}

} // namespace tenantry::ui
