// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_spec.h"
#include "ui/widgets/table_view.h"

namespace tenantry::ui {

void setUpTable(TableView &table, const ListTable &wanted, models::PagedListModel &list,
                const std::function<void()> &after) {
  table.setStretchColumn(wanted.stretch);
  for (const int column : wanted.days)
    table.fitDayColumn(column);
  for (const auto &[column, text] : wanted.widest.asKeyValueRange())
    table.fitColumn(column, text);
  table.setColumnsToDrop(wanted.drops, wanted.leastWidth);
  for (const int column : wanted.hidden)
    table.setChosen(column, false);
  auto *head = table.horizontalHeader();
  head->setSectionsClickable(wanted.isSorted);
  if (!wanted.isSorted)
    return;
  head->setSortIndicatorShown(true);
  head->setSortIndicator(list.sortColumn(), list.sortOrder());
  QObject::connect(head, &QHeaderView::sortIndicatorChanged, &table,
                   [&list, after](int column, Qt::SortOrder order) {
                     list.sort(column, order);
                     after(); // also where the column cannot be sorted by
                   });
}

void showOrder(TableView &table, const models::PagedListModel &list) {
  auto *head = table.horizontalHeader();
  const QSignalBlocker quiet(head);
  head->setSortIndicator(list.sortColumn(), list.sortOrder());
  head->viewport()->update();
}

} // namespace tenantry::ui
