// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_list_model.h"
#include <QObject>

class QMenu;
class QWidget;

namespace tenantry::ui {

class Chip;
class ListColumns;
class ListFilters;
class ListViews;
class TableView;

/// Filters, order, columns and saved views of a list without the mouse: actions that pop up a menu
/// each, with keys that palette and list of keys know.
class ListKeys : public QObject {
  Q_OBJECT

public:
  /// A list that is seen beside another has keys of its own, and its name in the actions'.
  enum class Place { Alone, Beside };

  /// The actions are those of `host`. `isSorted`: the list has more orders than its own.
  ListKeys(models::PagedListModel &list, TableView &table, ListColumns &columns, bool isSorted,
           Place place, QWidget *host);
  /// Its key without another is of the table alone: elsewhere in the pane somebody may mean
  /// something else.
  void addFilters(ListFilters &filters);
  void addViews(ListViews &views, Chip *chip);

  [[nodiscard]] QMenu *makeSortMenu(); ///< deletes itself when it is closed

private:
  enum class Press { WithAlt, Alone };
  QAction *add(const QString &name, const QString &icon, Qt::Key key,
               const std::function<void()> &act, Press press = Press::WithAlt);
  void popUp(QMenu *menu) const;

  models::PagedListModel &m_list;
  TableView &m_table;
  const Place m_place;
  QWidget *m_host;
};

} // namespace tenantry::ui
