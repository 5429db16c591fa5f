// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/ledger/journal_list_model.h"
#include "models/ledger/journal_view.h"
#include "models/ledger/ledger_book.h"
#include "ui/lists/record_list.h"
#include "ui/shell/place.h"

namespace tenantry::ui {

class Chip;
struct Facet;
class ExportAction;
class ElidedLabel;
class JournalCells;
class ListColumns;
class SearchField;
class TransactionInspector;

/// The journal: entries by their days, narrowed by account, currency, organization or document, and
/// beside them the transaction that the chosen one belongs to.
class JournalPage : public QWidget {
  Q_OBJECT

public:
  JournalPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void setFilter(const billing::JournalFilter &filter);
  void setMonth(std::optional<std::chrono::year_month> month);
  /// What may be chosen.
  void setCurrencies(const std::vector<Currency> &currencies) { m_currencies = currencies; }
  void setMonths(const std::vector<billing::BookMonth> &months) { m_months = months; }
  void begin() { m_list.begin(); }
  void reload() { m_list.refresh(); }
  [[nodiscard]] bool isSettled() const;
  bool stepBack();
  void focusFilter();
  [[nodiscard]] models::JournalListModel &list() { return m_list; }
  [[nodiscard]] models::JournalView &chosen() { return m_chosen; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] QList<QWidget *> areas() const;

Q_SIGNALS:
  void monthChosen(std::chrono::year_month month);
  void placeRequested(const tenantry::ui::Place &place);
  void settled();

private:
  [[nodiscard]] QWidget *makeFilterBar();
  [[nodiscard]] ListWords words();
  void setUpTable();
  void connectList();
  void showFilter();
  void showCount();
  void change(const std::function<void(billing::JournalFilter &)> &edit);
  void chooseMonth();
  void chooseAccount();
  void chooseCurrency();
  void showFacets(Chip *chip, const QString &setting, const QList<Facet> &facets);
  void reportSettled();

  models::Connection &m_connection;
  models::JournalListModel m_list;
  models::JournalView m_chosen;
  std::vector<Currency> m_currencies;
  std::vector<billing::BookMonth> m_months;
  QString m_organizationName; ///< of the filter
  JournalCells *m_cells;
  SearchField *m_search;
  Chip *m_month;
  Chip *m_account;
  Chip *m_currency;
  Chip *m_organization;
  ElidedLabel *m_count;
  TableView *m_table;
  ExportAction *m_export;
  TransactionInspector *m_inspector;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
};

} // namespace tenantry::ui
