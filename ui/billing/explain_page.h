// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/evidence_model.h"
#include "models/billing/invoice_view.h"
#include <QWidget>

class QStackedWidget;

namespace tenantry::ui {

class Card;
class EmptyState;
class EvidenceCells;
class SectionHeader;
class TableView;

/// Why a usage line costs what it does: the steps of its price, and every event it counted. It
/// reads the invoice itself, so that a link leads here.
class ExplainPage : public QWidget {
  Q_OBJECT

public:
  explicit ExplainPage(models::Connection &connection, QWidget *parent = nullptr);

  /// That line of the invoice which is then shown in invoice().
  void explain(int lineNo);
  [[nodiscard]] models::InvoiceView &invoice() { return m_invoice; }
  bool stop() { return m_invoice.stop() || m_events.stop(); } ///< what is read
  [[nodiscard]] bool isSettled() const { return !m_invoice.isFetching() && !m_events.isFetching(); }
  [[nodiscard]] QString heading() const; ///< what is explained, and whose; empty: not known yet

Q_SIGNALS:
  void backRequested();
  void settled();

private:
  void setUpTable();
  void showInvoice();
  void showError(const Error &error);
  void show(const models::InvoiceSheet &sheet, const billing::StoredLine &line);
  void showSteps(const models::InvoiceSheet &sheet, const billing::StoredLine &line);
  void showState();
  void loadAgain(); ///< the invoice, or the events, whatever did not come
  void reportVisibleRows();

  models::InvoiceView m_invoice;
  models::EvidenceModel m_events;
  EvidenceCells *m_cells;
  SectionHeader *m_header;
  Card *m_steps;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedWidget *m_pages;
  QWidget *m_head; ///< the steps, once there are some
  int m_lineNo = 0;
  QString m_what;
};

} // namespace tenantry::ui
