// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "models/billing/preview_list.h"
#include "ui/lists/list_pane.h"

class QDateEdit;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class ExplainPage;
class FinalizeAction;
class InvoiceInspector;
class NoticeBar;
class RunFigures;
class RunReview;
class RunSteps;

/// The billing run: what it would issue on a day, why, and issuing what is due, all of it or what
/// is selected. Invoices and the events behind a line open in its place.
class BillingPane : public ListPane {
  Q_OBJECT

public:
  BillingPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'B'; }
  /// It counts the findings of its preview.
  [[nodiscard]] Tone countTone() const override { return Tone::Warning; }
  [[nodiscard]] QString countFormula() const override;
  void open(const Place &place) override;
  [[nodiscard]] std::optional<Place> outermost() const override;
  void reload() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  /// Counted elsewhere, of the run that it would begin with: for the sidebar, until it has one.
  void takeFindings(qint64 findings);

  [[nodiscard]] models::PreviewList &list() { return m_list; }
  [[nodiscard]] models::BillingPreview &preview() { return m_preview; }
  [[nodiscard]] NoticeBar *notice() const { return m_notice; }
  [[nodiscard]] NoticeBar *lowered() const { return m_lowered; }
  /// Chooses the first invoice on the first page that charges usage; false: there is none.
  bool chooseWithUsage();
  /// Shows the events behind the first usage line of the invoice that is chosen; false: it has
  /// none.
  bool explainFirstLine();

protected:
  void showCount() override;
  [[nodiscard]] QString headFormula() const override { return {}; } ///< its day stands there
  [[nodiscard]] EmptyStateContent noMatch() const override;
  [[nodiscard]] EmptyStateContent none() const override;
  void act(EmptyState::Kind kind) override;

private:
  BillingPane(models::Connection &connection, models::RunningWork &work, models::PreviewList *list,
              QWidget *parent);
  void addHeaderActions();
  [[nodiscard]] QWidget *makeFigures();
  void connectPreview();
  void connectActions();
  void connectPages();
  void leaveLine();
  void showDay(LocalDay day);
  void showFact();
  void showState();
  void showWhetherPossible();
  void showFigures();
  void look(const QModelIndex &current);
  void explain(const billing::StoredLine &line);
  [[nodiscard]] LocalDay chosenDay() const;

  models::PreviewList &m_list;
  models::BillingPreview &m_preview;
  models::InvoiceView m_chosen;
  QDateEdit *m_day;
  FinalizeAction *m_finalize;
  QPushButton *m_today;
  QPushButton *m_recalculate;
  RunReview *m_review;
  RunSteps *m_steps;
  RunFigures *m_figures;
  NoticeBar *m_notice;
  NoticeBar *m_lowered; ///< drafts that the run lowers
  InvoiceInspector *m_inspector;
  ExplainPage *m_explainPage;
  QStackedWidget *m_pages;
  Place m_explained;         ///< what the page of a line shows
  bool m_isOutdated = false; ///< the book has changed since the preview
};

} // namespace tenantry::ui
