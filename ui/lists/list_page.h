// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "ui/lists/list_spec.h"
#include <QKeySequence>

class QAbstractProxyModel;
class QBoxLayout;
class QPushButton;

namespace tenantry::ui {

class ElidedLabel;
class ExportAction;
class ListActs;
class ListColumns;
class ListMemory;

/// A list over live data that is one page of a pane: its filters, the table or one of its four
/// pictures, its file; columns, filter and order are kept over a restart. The pane has the header
/// and says when the page is looked at. A page says in a ListSpec what is its own.
class ListPage : public QWidget {
  Q_OBJECT

public:
  /// Reads the first page, narrowed as it was kept, where nobody asked for it before.
  virtual void begin();
  void reload() { m_list.refresh(); }
  /// By what a place says, and the order stays; where it says nothing, by what was kept.
  void narrowTo(models::PagedListModel::ViewSettings filter, bool isSaid);
  [[nodiscard]] virtual bool isSettled() const { return m_records->isSettled(); }
  void focusFilter() { m_filters->takeFocus(); }
  /// First goes what is typed, then the loading ends, then a selection of several, then the filter
  /// where nothing is typed to narrow the list; at last the focus goes to the table.
  bool stepBack();
  bool stepWithin(); ///< the same without that last step; false where nothing is left of the others
  [[nodiscard]] virtual QList<QWidget *> areas() const { return {m_records->area()}; }

  /// Columns, filter and order are as they were, and are kept.
  void keepIn(ListMemory &memory);
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] ListFilters *filters() const { return m_filters; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  /// What can be done with the rows.
  [[nodiscard]] ListActs *acts();

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

protected:
  using Settings = models::PagedListModel::ViewSettings;
  enum class ExportButton { InHeader, AmongFilters }; ///< the pane's header, or here

  /// The list, and the cells that dress it; both become the page's. Its actions are the pane's.
  ListPage(models::Connection &connection, models::RunningWork &work, models::PagedListModel *list,
           QAbstractProxyModel *cells, const ListSpec &spec, QWidget *pane,
           ExportButton button = ExportButton::InHeader,
           const QKeySequence &exportKey = Qt::CTRL | Qt::SHIFT | Qt::Key_X);

  [[nodiscard]] ElidedLabel *result() const { return m_result; } ///< null: there is none
  void putAmongFilters(QWidget *tiles); ///< what takes the room beside the filters
  void putBeside(QWidget *inspector);
  /// What can be done there, at the end of the bar of the filters.
  void putActs(const QList<QPushButton *> &acts);
  void reportSettled();
  /// What was kept and is not shown yet; none: somebody asked for something else since.
  [[nodiscard]] std::optional<Settings> &kept() { return m_kept; }
  /// Ends the reading of what stands beside the list; false where none goes on.
  virtual bool stopBeside() { return false; }
  /// What the list is narrowed by and the order it is in, after they changed.
  virtual void showFilter();
  virtual void showCount() {}
  virtual void widen() { m_list.narrow({}); } ///< nothing narrows it any more
  [[nodiscard]] virtual EmptyStateContent noMatch() const { return m_spec.noMatch; }
  [[nodiscard]] virtual EmptyStateContent none() const { return m_spec.none; }
  virtual void act(EmptyState::Kind kind); ///< the button of that picture was pressed

private:
  void connectList();

  models::Connection &m_connection;
  models::RunningWork &m_work;
  const ListSpec m_spec;
  models::PagedListModel &m_list;
  TableView *m_table;
  ExportAction *m_export;
  ElidedLabel *m_result;
  ListFilters *m_filters = nullptr;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListActs *m_acts = nullptr; ///< null: none were asked for
  QBoxLayout *m_top;          ///< over the list
  QBoxLayout *m_body;         ///< the list, and what stands beside
  std::optional<Settings> m_kept;
};

} // namespace tenantry::ui
