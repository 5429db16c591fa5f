// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/matching/bank_entry_view.h"
#include "models/matching/bank_list_model.h"
#include "ui/lists/record_list.h"
#include "ui/shell/pane.h"

class QPushButton;

namespace tenantry::ui {

class BankCells;
class Chip;
class EntryInspector;
class ExportAction;
class ListActs;
class ListColumns;
class ListViews;
class MatchingOffers;
class SectionHeader;

/// What came by bank and waits for a person: the entry beside the list, what it may mean and why,
/// and what can be done with it (BILL-4).
class MatchingPane : public Pane {
  Q_OBJECT

public:
  MatchingPane(models::Connection &connection, models::RunningWork &work,
               QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QChar letter() const override { return u'M'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void setStatus(const models::BankListModel::Status &status);
  [[nodiscard]] models::BankListModel &list() { return m_list; }
  [[nodiscard]] models::BankEntryView &looked() { return m_looked; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] EntryInspector *inspector() const { return m_inspector; }
  [[nodiscard]] MatchingOffers *offers() const { return m_offers; }
  [[nodiscard]] ListActs *acts() const { return m_acts; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }

private:
  [[nodiscard]] QWidget *makeFilterBar();
  void layOut();
  void setUpTable();
  void connectList();
  void connectEntry();
  void goOn();
  void showWanted();
  void chooseStatus();
  void showFilter();
  void showOrder();
  void showCount();
  void showWhetherPossible();
  [[nodiscard]] ListWords words();
  [[nodiscard]] EmptyStateContent noMatch() const;
  void reportSettled();

  models::Connection &m_connection;
  models::BankListModel m_list;
  models::BankEntryView m_looked;
  BankCells *m_cells;
  SectionHeader *m_header;
  Chip *m_status;
  Chip *m_view;
  TableView *m_table;
  ExportAction *m_export;
  QPushButton *m_import;
  EntryInspector *m_inspector;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
  MatchingOffers *m_offers = nullptr;
  QString m_wanted;   ///< the entry of a link, until the list is there
  int m_doneRow = -1; ///< where the entry stood that was just assigned
};

} // namespace tenantry::ui
