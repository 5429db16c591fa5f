// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/list_filters.h"
#include "ui/widgets/chip.h"
#include <QApplication>
#include <QMenu>
#include <QTest>

namespace tenantry::tests {

/// The menu with the values of a filter, opened by keys: of its chip where it is set, else of the
/// invitation to add one. Null: it does not open.
inline QMenu *openFacets(const ui::ListFilters &filters, const QString &setting) {
  auto *chip = filters.chip(setting);
  auto *opener = chip && !chip->isVisible() ? filters.invitation() : chip;
  if (!opener || !opener->isVisible())
    return nullptr;
  opener->setFocus();
  QTest::keyClick(opener, Qt::Key_Space);
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  if (opener == chip || !menu)
    return menu;
  for (auto *action : menu->actions())
    if (action->menu() && action->text() == filters.offer(setting)->name) {
      menu->setActiveAction(action);
      QTest::keyClick(menu, Qt::Key_Right);
      const bool isOpen = QTest::qWaitFor([action] { return action->menu()->isVisible(); }, 20'000);
      return isOpen ? action->menu() : nullptr;
    }
  return menu; // there is one thing to narrow by
}

/// Leaves them, and what they were opened from.
inline void closeFacets() {
  while (auto *popup = QApplication::activePopupWidget())
    QTest::keyClick(popup, Qt::Key_Escape);
}

} // namespace tenantry::tests
