// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_columns.h"
#include "ui/lists/list_memory.h"
#include "ui/widgets/table_view.h"
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

namespace {
constexpr auto pause = 300ms;
constexpr int widthStep = 24, leastColumnWidth = 48;
} // namespace

ListColumns::ListColumns(models::PagedListModel &list, TableView &table, QString name)
    : QObject(&table), m_list(list), m_table(table), m_name(std::move(name)), m_first(layout()) {
  auto *header = table.horizontalHeader();
  header->setSectionsMovable(true);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  m_pause.setSingleShot(true);
  m_pause.setInterval(pause);
  m_pause.callOnTimeout(this, &ListColumns::take);
  const auto touched = [this] {
    if (!m_isApplying)
      m_pause.start();
  };
  connect(header, &QHeaderView::sectionMoved, this, touched);
  connect(&table, &TableView::columnSized, this, touched);
  connect(header, &QWidget::customContextMenuRequested, this,
          [this, header](const QPoint &at) { makeMenu()->popup(header->mapToGlobal(at)); });
}

void ListColumns::keepIn(ListMemory &memory) {
  m_memory = &memory;
  if (const auto kept = memory.columns(m_name); !kept.isEmpty())
    apply(kept);
}

ColumnLayout ListColumns::layout() const {
  ColumnLayout layout;
  const auto keys = m_list.columnKeys();
  const auto *header = m_table.horizontalHeader();
  for (int place = 0; place < header->count(); ++place) {
    const int column = header->logicalIndex(place);
    layout.append({keys.value(column), m_table.chosenWidth(column), m_table.isChosen(column)});
  }
  return layout;
}

int ListColumns::columnOf(const QString &key) const {
  return int(m_list.columnKeys().indexOf(key));
}

void ListColumns::setLayout(const ColumnLayout &layout) {
  apply(layout.isEmpty() ? m_first : layout);
  take();
}

void ListColumns::borrow(const ColumnLayout &layout) {
  if (!m_isBorrowed)
    m_own = this->layout();
  m_isBorrowed = true;
  apply(layout.isEmpty() ? m_first : layout);
}

void ListColumns::takeOwn() {
  if (!m_isBorrowed)
    return;
  m_isBorrowed = false;
  apply(m_own);
}

/// Columns that the layout does not know stay where they are, after those it does.
void ListColumns::apply(const ColumnLayout &layout) {
  const QScopedValueRollback applying(m_isApplying, true);
  auto *header = m_table.horizontalHeader();
  int place = 0;
  for (const auto &choice : layout) {
    const int column = columnOf(choice.key);
    if (column < 0)
      continue;
    header->moveSection(header->visualIndex(column), place++);
    m_table.setChosen(column, choice.isShown);
    if (choice.width > 0)
      m_table.setColumnWidth(column, choice.width);
  }
  m_table.arrangeColumns();
}

void ListColumns::setShown(int column, bool isShown) {
  m_table.setChosen(column, isShown);
  m_table.arrangeColumns();
  take();
}

void ListColumns::move(int column, int by) {
  const auto *header = m_table.horizontalHeader();
  auto wanted = layout();
  const int from = header->visualIndex(column);
  int to = from + by;
  while (to >= 0 && to < wanted.size() && !wanted[to].isShown)
    to += by;
  if (to < 0 || to >= wanted.size())
    return;
  wanted.move(from, to);
  setLayout(wanted);
}

void ListColumns::widen(int column, int by) {
  auto wanted = layout();
  auto &width = wanted[m_table.horizontalHeader()->visualIndex(column)].width;
  width = std::max(leastColumnWidth, m_table.chosenWidth(column) + by);
  setLayout(wanted);
}

void ListColumns::reset() { setLayout({}); }

void ListColumns::take() {
  if (m_memory && !m_isBorrowed)
    m_memory->keep(m_name, layout());
  Q_EMIT changed();
}

/// What dragging does, for keys: each in a menu of the columns that are shown.
void ListColumns::addArranging(QMenu *menu) {
  struct Act {
    QString name;
    void (ListColumns::*act)(int column, int by);
    int by;
    bool isOfStretch; ///< also of the column that takes what the others leave
  };
  const auto *header = m_table.horizontalHeader();
  for (const auto &[name, act, by, isOfStretch] :
       {Act{tr("Move left"), &ListColumns::move, -1, true},
        Act{tr("Move right"), &ListColumns::move, 1, true},
        Act{tr("Wider"), &ListColumns::widen, widthStep, false},
        Act{tr("Narrower"), &ListColumns::widen, -widthStep, false}}) {
    auto *columns = menu->addMenu(name);
    for (int place = 0; place < header->count(); ++place) {
      const int column = header->logicalIndex(place);
      if (!m_table.isChosen(column) || (column == m_table.stretchColumn() && !isOfStretch))
        continue;
      columns->addAction(m_list.headerData(column, Qt::Horizontal).toString(), this,
                         [this, column = column, act = act, by = by] { (this->*act)(column, by); });
    }
  }
}

QMenu *ListColumns::makeMenu() {
  auto *menu = new QMenu(&m_table);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (int column = 0; column < m_list.columnCount(); ++column) {
    auto *action = menu->addAction(m_list.headerData(column, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(m_table.isChosen(column));
    const bool isNeeded = column == m_table.stretchColumn();
    action->setEnabled(!isNeeded);
    if (isNeeded)
      action->setToolTip(tr("This column is always shown"));
    connect(action, &QAction::toggled, this,
            [this, column](bool isShown) { setShown(column, isShown); });
  }
  menu->addSeparator();
  addArranging(menu);
  menu->addSeparator();
  menu->addAction(tr("Columns as they were at first"), this, &ListColumns::reset);
  return menu;
}

} // namespace tenantry::ui
