// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/row_selection.h"
#include "ui/widgets/empty_state.h"
#include <QPointer>
#include <QWidget>
#include <functional>

class QStackedWidget;

namespace tenantry::ui {

class NoticeBar;
class ProgressLine;
class SelectionBar;
class TableView;

/// What a list says where it has no rows. The last two are asked when it happens.
struct ListWords {
  QString failed; ///< "Invoices could not be loaded"
  std::function<EmptyStateContent()> noMatch;
  std::function<EmptyStateContent()> none;
};

/// A list over live data as every pane has it: what narrows it on top, the table or one of the four
/// pictures, and below what is selected while that are several rows. The current row is the same
/// record after rows came anew.
class RecordList : public QWidget {
  Q_OBJECT

public:
  enum class FirstRow { Left, Taken }; ///< whether the first is selected where none is

  /// `cells` dress the list for the table.
  RecordList(models::PagedListModel &list, QAbstractItemModel &cells, TableView *table,
             QWidget *filters, ListWords words, FirstRow first = FirstRow::Left);

  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] QWidget *area() const; ///< for F6
  [[nodiscard]] models::PagedListModel &list() { return m_list; }
  [[nodiscard]] models::RowSelection &selection() { return *m_selection; }
  [[nodiscard]] SelectionBar *selectionBar() const { return m_bar; }
  [[nodiscard]] bool isSettled() const;
  /// Selects that record, when it is there.
  void setCurrent(const QString &key);
  [[nodiscard]] const QString &current() const { return m_current; } ///< its key
  /// Stops the loading, or ends a selection of several; false where there is neither.
  bool stepBack();
  void leaveFiltersOut(); ///< there are none

Q_SIGNALS:
  void currentChanged(const QModelIndex &current); ///< somebody looks at that record
  void emptied();                                  ///< there is no row any more
  void shown();                                    ///< rows or a picture came
  void emptyAction(tenantry::ui::EmptyState::Kind kind);

protected:
  void showEvent(QShowEvent *event) override;
  void hideEvent(QHideEvent *event) override;

private:
  void showState();
  void showNone();
  [[nodiscard]] QString notice() const;
  [[nodiscard]] bool isCurrentGone(bool isAnew) const;
  void takeCurrent(const QModelIndex &current);
  void restoreCurrent();
  void reportVisibleRows();

  models::PagedListModel &m_list;
  const QPointer<models::PagedListModel> m_stillThere; ///< it may be gone before the window is
  TableView *m_table;
  QWidget *m_filters, *m_edge; ///< above the rows, and the line below them
  models::RowSelection *m_selection;
  ListWords m_words;
  FirstRow m_first;
  ProgressLine *m_progress;
  NoticeBar *m_notice;
  EmptyState *m_empty;
  QStackedWidget *m_pages;
  SelectionBar *m_bar;
  QString m_current;
  bool m_isRestoring = false;
  bool m_isAwaited = false; ///< m_current was asked for, and is not there yet
  bool m_isAnew = false;    ///< other rows are coming
};

} // namespace tenantry::ui
