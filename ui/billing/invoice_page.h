// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "models/jobs/running_work.h"
#include "ui/shell/place.h"
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tenantry::models {
class DraftStore;
}

namespace tenantry::ui {

class EmptyState;
class InvoiceInspector;
class LinkAct;
class PaperView;
class SectionHeader;
class TimelinePage;

/// A stored invoice or credit note: its paper as the customer has it, and its lines to explain.
class InvoicePage : public QWidget {
  Q_OBJECT

public:
  InvoicePage(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  enum class Shows { Invoice, CreditNote };
  /// `tab`: "timeline" for what happened to it, empty for its paper.
  void show(const QString &number, Shows what = Shows::Invoice, const QString &tab = {});
  void reload();
  bool stop() { return m_invoice.stop(); } ///< what is read
  [[nodiscard]] const QString &number() const { return m_number; }
  [[nodiscard]] const models::InvoiceSheet *sheet() const { return m_invoice.sheet(); }
  [[nodiscard]] bool isSettled() const;
  [[nodiscard]] InvoiceInspector *inspector() const { return m_inspector; }
  [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }
  [[nodiscard]] QPushButton *timelineButton() const { return m_showTimeline; }
  [[nodiscard]] LinkAct *linking() const { return m_linking; }
  [[nodiscard]] QPushButton *saving() const { return m_save; }
  void keepDraftsIn(models::DraftStore &drafts);

Q_SIGNALS:
  void backRequested();
  void creditRequested();
  void placeRequested(const tenantry::ui::Place &place);
  void explainRequested(const tenantry::billing::StoredLine &line);
  void settled();
  void shown(); ///< there is a sheet, or there is none any more

private:
  [[nodiscard]] bool isTimeline() const {
    return m_shows == Shows::Invoice && m_tab == QLatin1StringView("timeline");
  }
  void showPage(QWidget *page);
  void toggleTimeline();
  void showSheet();
  void showPaper();
  void showError(const Error &error);
  void savePaper();
  void offerLink();

  models::InvoiceView m_invoice;
  QString m_number;
  Shows m_shows = Shows::Invoice;
  QString m_tab;
  SectionHeader *m_header;
  QPushButton *m_save;
  QPushButton *m_showTimeline;
  LinkAct *m_linking;
  PaperView *m_paper;
  TimelinePage *m_timeline;
  EmptyState *m_state;
  QStackedWidget *m_pages;
  InvoiceInspector *m_inspector;
};

} // namespace tenantry::ui
