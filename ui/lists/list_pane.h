// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "ui/lists/list_spec.h"
#include "ui/shell/pane.h"

class QAbstractProxyModel;
class QBoxLayout;
class QSplitter;

namespace tenantry::models {
class DraftStore;
class ListCount;
} // namespace tenantry::models

namespace tenantry::ui {

class ElidedLabel;
class ExportAction;
class ListActs;
class ListColumns;
class ListFilters;
class ListMemory;
class ListViews;
class SectionHeader;

/// A pane that is a list over live data: header with its count and export, filters and saved views,
/// the table or one of its four pictures, what is selected and what can be done with it; the place
/// says what narrows it. A pane says in a ListSpec what is its own and adds its acts; beside the
/// list, and above it, it may have more.
class ListPane : public Pane {
  Q_OBJECT

public:
  [[nodiscard]] QString title() const override { return m_spec.title; }
  [[nodiscard]] QString iconName() const override { return m_spec.iconName; }
  [[nodiscard]] Place home() const override { return m_spec.home; }
  [[nodiscard]] QString countFormula() const override;
  [[nodiscard]] bool holds(const Place &place) const override {
    return place.kind == m_spec.home.kind;
  }
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override { m_filters->takeFocus(); }
  bool stepBack() override;
  [[nodiscard]] Place narrowedTo(const Place &place) const override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override { return m_records->isSettled(); }

  /// Columns, what narrows the list and the handle beside it are as they were, and are kept.
  virtual void keepIn(ListMemory &memory);
  /// What is typed for acts on its rows, once it offers them.
  virtual void keepDraftsIn(models::DraftStore &drafts);
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] ListFilters *filters() const { return m_filters; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ListViews *views() const { return m_views; }
  /// What can be done with the rows; its own actions come after those that the pane has by then.
  [[nodiscard]] ListActs *acts();
  [[nodiscard]] ExportAction *exporting() const { return m_export; }

protected:
  /// The list, and the cells that dress it; both become the pane's.
  ListPane(models::Connection &connection, models::RunningWork &work, models::PagedListModel *list,
           QAbstractProxyModel *cells, const ListSpec &spec, QWidget *parent);

  [[nodiscard]] models::Connection &connection() const { return m_connection; }
  [[nodiscard]] SectionHeader *header() const { return m_header; }
  [[nodiscard]] ElidedLabel *result() const { return m_result; } ///< null: there is none
  [[nodiscard]] QWidget *listPage() const { return m_page; }     ///< all of it
  void putBeside(QWidget *inspector); ///< what shows the record that is looked at
  void putAbove(QWidget *figures);    ///< between the header and the list
  void reportSettled();
  void countAll();                         ///< its count in the sidebar is that of all its rows
  [[nodiscard]] QString allText() const;   ///< how many those are; empty: not known
  [[nodiscard]] QString foundText() const; ///< "3 of 1,284", of what narrows the list

  /// Ends the reading of what stands beside or above the list; false where none goes on.
  virtual bool stopBeside() { return false; }
  /// What the list is narrowed by and the order it is in, after they changed.
  virtual void showFilter();
  virtual void showCount();
  /// What the figure in the header counts: a sentence; empty: there is none.
  [[nodiscard]] virtual QString headFormula() const;
  /// What a place narrows the list by; empty: it says nothing of it.
  [[nodiscard]] virtual models::PagedListModel::ViewSettings filterOf(const Place &place) const;
  [[nodiscard]] virtual EmptyStateContent noMatch() const { return m_spec.noMatch; }
  [[nodiscard]] virtual EmptyStateContent none() const { return m_spec.none; }
  virtual void act(EmptyState::Kind kind); ///< the button of that picture was pressed

private:
  /// The place says what narrows the list. One that leads to a row lets all through, where it does
  /// not say more.
  [[nodiscard]] bool isSaid(const Place &place) const;
  void makeHandle();
  void connectList();
  void explainHead();

  models::Connection &m_connection;
  models::RunningWork &m_work;
  const ListSpec m_spec;
  models::PagedListModel &m_list;
  SectionHeader *m_header;
  TableView *m_table;
  ExportAction *m_export;
  ElidedLabel *m_result;
  ListFilters *m_filters = nullptr;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
  models::ListCount *m_all = nullptr; ///< null: nobody has asked how many all rows are
  QWidget *m_page = nullptr;
  QBoxLayout *m_rows = nullptr;
  QBoxLayout *m_body = nullptr;
  QWidget *m_beside = nullptr;
  QSplitter *m_handle = nullptr; ///< null: what stands beside has its width
};

} // namespace tenantry::ui
