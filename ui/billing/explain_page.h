// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/evidence_model.h"
#include "models/billing/invoice_view.h"
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class Card;
class EmptyState;
class EvidenceCells;
class Pane;
class SectionHeader;
class TableView;

/// Why a usage line costs what it does: the steps of its price, and every event it counted. It
/// reads the invoice itself, so that a link leads here.
class ExplainPage : public QWidget {
  Q_OBJECT

public:
  /// `pane`: whose invoices they are.
  ExplainPage(models::Connection &connection, const Pane &pane);

  /// That line of the invoice which is then shown in invoice(). It lies in the page of the invoice
  /// with that number; empty: in the list.
  void explain(int lineNo, const QString &page = {});
  [[nodiscard]] models::InvoiceView &invoice() { return m_invoice; }
  bool stop() { return m_invoice.stop() || m_events.stop(); } ///< what is read
  [[nodiscard]] bool isSettled() const { return !m_invoice.isFetching() && !m_events.isFetching(); }
  [[nodiscard]] QString heading() const; ///< what is explained, and whose; empty: not known yet

Q_SIGNALS:
  void backRequested(); ///< to the page of the invoice, else to the list
  void listRequested();
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
  const Pane &m_pane;
  QPushButton *m_toList, *m_toPage;
  Card *m_steps;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedWidget *m_pages;
  QWidget *m_head; ///< the steps, once there are some
  int m_lineNo = 0;
  QString m_what;
};

} // namespace tenantry::ui
