// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "models/billing/issued_invoices_model.h"
#include "models/jobs/running_work.h"
#include "ui/lists/record_list.h"
#include "ui/shell/pane.h"

class QStackedWidget;

namespace tenantry::ui {

class Chip;
class ExplainPage;
class ExportAction;
class InvoiceInspector;
class InvoiceOffers;
class InvoicePage;
class IssuedCells;
class ListActs;
class ListColumns;
class ListViews;
class SearchField;
class SectionHeader;

/// Every issued invoice: what waits for money, what is overdue, one by its number. The selected one
/// stands beside the list; it and the events behind its lines open in its place.
class InvoicesPane : public Pane {
  Q_OBJECT

public:
  InvoicesPane(models::Connection &connection, models::RunningWork &work,
               QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'I'; }
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  /// It counts those that are overdue.
  [[nodiscard]] Tone countTone() const override { return Tone::Warning; }
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] bool isSettled() const override;

  void setFilter(const models::IssuedInvoicesFilter &filter);
  [[nodiscard]] models::IssuedInvoicesModel &list() { return m_list; }
  [[nodiscard]] TableView *table() const { return m_table; }
  [[nodiscard]] RecordList *records() const { return m_records; }
  [[nodiscard]] ListColumns *columns() const { return m_columns; }
  [[nodiscard]] ListViews *views() const { return m_views; }
  [[nodiscard]] ListActs *acts() const { return m_acts; }
  [[nodiscard]] ExportAction *exporting() const { return m_export; }
  [[nodiscard]] InvoiceOffers *offers() const { return m_offers; }

private:
  [[nodiscard]] QWidget *makeListPage();
  [[nodiscard]] QWidget *makeFilterBar();
  void setUpTable();
  void connectList();
  void connectPages();
  [[nodiscard]] const models::InvoiceSheet *looked() const;
  void sortBy(int column, Qt::SortOrder order);
  void showOrder();
  void showFilter();
  [[nodiscard]] ListWords words();
  [[nodiscard]] EmptyStateContent noMatch() const;
  void showCount();
  void chooseKind();
  void reportSettled();
  void explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line);

  models::Connection &m_connection;
  models::IssuedInvoicesModel m_list;
  models::InvoiceView m_chosen;
  IssuedCells *m_cells;
  SectionHeader *m_header;
  SearchField *m_search;
  Chip *m_kind;
  Chip *m_view;
  TableView *m_table;
  ExportAction *m_export;
  InvoiceInspector *m_inspector;
  InvoicePage *m_invoicePage;
  ExplainPage *m_explainPage;
  QStackedWidget *m_pages;
  RecordList *m_records = nullptr;
  ListColumns *m_columns = nullptr;
  ListViews *m_views = nullptr;
  ListActs *m_acts = nullptr;
  InvoiceOffers *m_offers = nullptr;
  QWidget *m_listPage = nullptr;
  QWidget *m_beforeExplain = nullptr; ///< where a step back from the events leads
};

} // namespace tenantry::ui
