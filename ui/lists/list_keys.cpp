// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_keys.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_filters.h"
#include "ui/lists/list_views.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/table_view.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Shown by keys alone, the first that can be chosen is marked, as by Down: setActiveAction would
/// open what is below it.
void showMenu(QMenu *menu, const QPoint &at) {
  menu->popup(at);
  QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
  QCoreApplication::sendEvent(menu, &down);
}

} // namespace

ListKeys::ListKeys(models::PagedListModel &list, TableView &table, ListColumns &columns,
                   bool isSorted, Place place, QWidget *host)
    : QObject(host), m_list(list), m_table(table), m_place(place), m_host(host) {
  if (isSorted)
    add(tr("Sort by…"), u"chevrons-up-down"_s, Qt::Key_S, [this] { popUp(makeSortMenu()); });
  add(tr("Columns…"), u"board"_s, Qt::Key_C, [this, &columns] { popUp(columns.makeMenu()); });
}

void ListKeys::addFilters(ListFilters &filters) {
  auto *chip = filters.invitation();
  if (!chip)
    return;
  auto *action = add(
      tr("Filter…"), u"plus"_s, Qt::Key_F,
      [&filters, chip] {
        showMenu(filters.makeMenu(), chip->mapToGlobal(chip->rect().bottomLeft()));
      },
      Press::Alone);
  if (m_place == Place::Alone) {
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(action);
  }
  chip->setToolTip(nameWithKeys(action->text(), action->shortcut()));
}

void ListKeys::addViews(ListViews &views, Chip *chip) {
  add(tr("Views…"), u"filter"_s, Qt::Key_V,
      [&views, chip] { showMenu(views.makeMenu(), chip->mapToGlobal(chip->rect().bottomLeft())); });
}

QAction *ListKeys::add(const QString &name, const QString &iconName, Qt::Key key,
                       const std::function<void()> &act, Press press) {
  const bool isAlone = m_place == Place::Alone;
  auto *action = new QAction(
      icon(iconName), isAlone ? name : tr("%1: %2").arg(m_table.accessibleName(), name), this);
  const Qt::KeyboardModifiers alone = press == Press::Alone ? Qt::NoModifier : Qt::AltModifier;
  action->setShortcut(isAlone ? alone | key : Qt::ALT | Qt::SHIFT | key);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, act);
  m_host->addAction(action);
  return action;
}

void ListKeys::popUp(QMenu *menu) const {
  showMenu(menu, m_table.viewport()->mapToGlobal(QPoint(space::x3, 0)));
}

QMenu *ListKeys::makeSortMenu() {
  auto *menu = new QMenu(&m_table);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  const auto offer = [this, menu](QActionGroup *group, const QString &text, int column,
                                  Qt::SortOrder order, bool isChosen) {
    auto *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    action->setEnabled(m_list.canSort(column, order));
    if (!action->isEnabled())
      action->setToolTip(tr("The list cannot be in that order"));
    group->addAction(action);
    connect(action, &QAction::triggered, &m_table, [this, column, order] {
      m_table.horizontalHeader()->setSortIndicator(column, order); // as by a click there
    });
  };
  auto *columns = new QActionGroup(menu), *orders = new QActionGroup(menu);
  const auto *header = m_table.horizontalHeader();
  for (int place = 0; place < header->count(); ++place) {
    const int column = header->logicalIndex(place);
    if (!m_table.isChosen(column))
      continue;
    offer(columns, m_list.headerData(column, Qt::Horizontal).toString(), column, m_list.sortOrder(),
          column == m_list.sortColumn());
  }
  menu->addSeparator();
  for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
    offer(orders, order == Qt::AscendingOrder ? tr("Ascending") : tr("Descending"),
          m_list.sortColumn(), order, order == m_list.sortOrder());
  return menu;
}

} // namespace tenantry::ui
