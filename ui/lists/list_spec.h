// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/list_filters.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

enum class RowDensity;

/// How a list's columns stand in its table.
struct ListTable {
  QString name; ///< for screen readers: "Cases of dunning"
  RowDensity density;
  int stretch;                 ///< the column that takes what the others leave
  int leastWidth;              ///< of that column
  QList<int> days{};           ///< columns of days
  QMap<int, QString> widest{}; ///< of the others, what just fits
  QList<int> drops{};          ///< those that go first where there is no room
  QList<int> hidden{};         ///< shown only to whom chooses them
  bool isSorted = true;        ///< by a click on a head
  int sum = -1; ///< the amount that selected rows come to; −1: they have none, or several
};

/// So stand the columns of that table; the list is sorted by a click on a head, and where it cannot
/// be in that order `after` shows the one it is in.
void setUpTable(TableView &table, const ListTable &wanted, models::PagedListModel &list,
                const std::function<void()> &after);
void showOrder(TableView &table, const models::PagedListModel &list);

/// What one list has that others have not. Title, icon and home are a pane's: a page within one has
/// none.
struct ListSpec {
  QString title{}; ///< "Subscriptions"
  QString iconName{};
  QString key; ///< what its columns, views and files are kept as: "subscriptions"
  Place home{};
  QString counted{}; ///< "All subscriptions that run.": its count in the sidebar
  models::SavedViews::Counting counting{}; ///< none: what values would leave is not counted
  ListTable table;
  SearchOffer search{};
  QList<FilterOffer> filters{};
  bool hasResult = false; ///< a text stands at the right of the filters
  QString failed;         ///< "Subscriptions could not be loaded"
  /// Of the list and what is put beside it, to begin with; none: that has the width it wants, and
  /// no handle.
  QList<int> widths{};
  RecordList::FirstRow first = RecordList::FirstRow::Taken;
  EmptyStateContent noMatch{};
  EmptyStateContent none{};
};

} // namespace tenantry::ui
