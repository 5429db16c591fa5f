// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/billing_preview.h"
#include "models/billing/invoice_view.h"
#include "ui/shell/pane.h"

class QDateEdit;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class EmptyState;
class ExplainPage;
class FinalizeAction;
class FindingChip;
class InvoiceInspector;
class Label;
class NoticeBar;
class PreviewRows;
class ProgressLine;
class RunFigures;
class RunSteps;
class SearchField;
class SectionHeader;
class TableView;

/// The billing run: what it would issue on a day, why, and issuing what is due. Invoices and the
/// events behind a line open in its place.
class BillingPane : public Pane {
  Q_OBJECT

public:
  BillingPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] QChar letter() const override { return u'B'; }
  /// It counts the findings of its preview.
  [[nodiscard]] Tone countTone() const override { return Tone::Warning; }
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  [[nodiscard]] models::BillingPreview &preview() { return m_preview; }
  [[nodiscard]] FindingChip *finding() const { return m_finding; }
  [[nodiscard]] TableView *table() const { return m_table; }
  /// Chooses the first invoice that charges usage; false: there is none.
  bool chooseWithUsage();
  /// Shows the events behind the first usage line of the invoice that is chosen; false: it has
  /// none.
  bool explainFirstLine();

private:
  [[nodiscard]] QWidget *makePreviewPage();
  [[nodiscard]] QWidget *makeFilterBar();
  void setUpTable();
  void connectModels();
  void connectPages();
  void showDay(LocalDay day);
  void showFact();
  void catchUp();
  void showState();
  void showWhetherPossible();
  void showFigures();
  void clearFilters();
  void onCurrentRow(const QModelIndex &current);
  void explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line);
  void reportSettled();
  [[nodiscard]] LocalDay today() const;

  models::Connection &m_connection;
  models::BillingPreview m_preview;
  models::InvoiceView m_chosen;
  PreviewRows *m_rows;
  SectionHeader *m_header;
  QDateEdit *m_day;
  FinalizeAction *m_finalize;
  QPushButton *m_today;
  QPushButton *m_recalculate;
  RunSteps *m_steps;
  RunFigures *m_figures;
  SearchField *m_search;
  FindingChip *m_finding;
  Label *m_matches;
  ProgressLine *m_progress;
  NoticeBar *m_notice;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedWidget *m_listPages;
  InvoiceInspector *m_inspector;
  ExplainPage *m_explainPage;
  QStackedWidget *m_pages;
  QWidget *m_previewPage;
  bool m_isOutdated = false; ///< the book has changed since the preview
};

} // namespace tenantry::ui
