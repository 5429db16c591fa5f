// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paging/row_selection.h"

#include <QScopedValueRollback>
#include <utility>

namespace tenantry::models {

RowSelection::RowSelection(QAbstractItemModel &rows, PagedListModel &list, QObject *parent)
    : QItemSelectionModel(&rows, parent), m_list(list) {
  connect(this, &QItemSelectionModel::selectionChanged, this,
          [this](const QItemSelection &selected, const QItemSelection &deselected) {
            if (!m_isChoosing) // rows come and go, the keys stay
              return;
            take(deselected, false);
            take(selected, true);
          });
  connect(&rows, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex &, int first, int last) { show(first, last); });
  connect(&rows, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex &from, const QModelIndex &to) { show(from.row(), to.row()); });
  connect(&m_list, &PagedListModel::narrowed, this, [this] {
    m_isEnding = true;
    clearKeys();
    {
      QScopedValueRollback showing(m_isShowing, true);
      clearSelection();
    }
    Q_EMIT chosenChanged();
  });
  connect(&m_list, &PagedListModel::countChanged, this, [this] {
    if (m_reach == Reach::AllMatching)
      Q_EMIT chosenChanged();
  });
}

qint64 RowSelection::count() const {
  if (m_reach == Reach::Rows)
    return m_keys.size();
  return m_list.count() < 0 ? -1 : std::max<qint64>(m_list.count() - m_keys.size(), 0);
}

bool RowSelection::holds(const QString &key) const {
  return m_keys.contains(key) == (m_reach == Reach::Rows);
}

void RowSelection::clearKeys() {
  m_reach = Reach::Rows;
  m_keys.clear();
  m_isCutShort = false;
}

void RowSelection::select(const QItemSelection &selection, SelectionFlags command) {
  if (m_isShowing)
    return QItemSelectionModel::select(selection, command);
  if (command.testFlag(Clear)) {
    clearKeys();
    QScopedValueRollback showing(m_isShowing, true);
    QItemSelectionModel::select(selection, command);
    rebuild();
  } else {
    QScopedValueRollback choosing(m_isChoosing, true);
    QItemSelectionModel::select(selection, command); // tells what it changed
  }
  if (command != NoUpdate)
    Q_EMIT chosenChanged();
}

/// The rows come anew: those that are selected are shown as such when they are there.
void RowSelection::reset() {
  const bool isEnding = std::exchange(m_isEnding, false) && !isEmpty();
  if (isEnding)
    clearKeys();
  {
    QScopedValueRollback showing(m_isShowing, true);
    QItemSelectionModel::reset();
  }
  if (isEnding)
    Q_EMIT chosenChanged();
}

void RowSelection::selectAllMatching() {
  m_reach = Reach::AllMatching;
  m_keys.clear();
  m_isCutShort = false;
  if (const int rows = model()->rowCount(); rows > 0) {
    QScopedValueRollback showing(m_isShowing, true);
    QItemSelectionModel::select({model()->index(0, 0), model()->index(rows - 1, 0)},
                                ClearAndSelect | Rows);
  }
  Q_EMIT chosenChanged();
}

void RowSelection::selectOnly(int first, int last) {
  if (first <= last && last < model()->rowCount())
    select({model()->index(first, 0), model()->index(last, 0)}, ClearAndSelect | Rows);
}

void RowSelection::take(const QItemSelection &rows, bool isSelected) {
  const bool isKept = isSelected == (m_reach == Reach::Rows);
  for (const auto &range : rows)
    for (int row = range.top(); row <= range.bottom(); ++row) {
      const auto key = m_list.keyAt(row);
      if (!isKept)
        m_keys.remove(key);
      else if (!key.isEmpty() && m_keys.size() < mostKeys)
        m_keys.insert(key);
      else
        m_isCutShort = true;
    }
}

void RowSelection::rebuild() { take(selection(), true); }

/// What the keys say of rows that came or changed.
void RowSelection::show(int first, int last) {
  if (m_keys.isEmpty() && m_reach == Reach::Rows && !hasSelection())
    return;
  QItemSelection add, drop;
  for (int row = first; row <= last; ++row) {
    const auto key = m_list.keyAt(row);
    const auto index = model()->index(row, 0);
    if (!key.isEmpty() && holds(key) != isSelected(index))
      (holds(key) ? add : drop).select(index, index);
  }
  QScopedValueRollback showing(m_isShowing, true);
  if (!drop.isEmpty())
    QItemSelectionModel::select(drop, Deselect | Rows);
  if (!add.isEmpty())
    QItemSelectionModel::select(add, Select | Rows);
}

} // namespace tenantry::models
