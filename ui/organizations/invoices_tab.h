// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_list_model.h"
#include "models/organizations/organization_record.h"
#include "ui/organizations/charge_dialog.h"
#include <QPointer>

class QStackedLayout;

namespace tenantry::ui {

class BalanceAct;
class EmptyState;
class InvoiceCells;
class Label;
class LinkAct;
class TableView;

/// All invoices of the organization, newest first; Enter or a double click opens one. What is sold
/// once is charged here, the balance adjusted, and the customer given a link to all of it.
class InvoicesTab : public QWidget {
  Q_OBJECT

public:
  explicit InvoicesTab(models::Connection &connection, QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);
  void keepDraftsIn(models::DraftStore &drafts);
  [[nodiscard]] QPushButton *charging() const { return m_charge; }
  [[nodiscard]] BalanceAct *balance() const { return m_balance; }
  [[nodiscard]] LinkAct *linking() const { return m_linking; }
  [[nodiscard]] ChargeDialog *dialog() const { return m_dialog; } ///< null while none is open

Q_SIGNALS:
  void invoiceRequested(const QString &number);
  void charged(); ///< there is one more, or the balance has paid some

private:
  [[nodiscard]] QWidget *makeBar();
  void charge();
  void showWhetherPossible();

  models::Connection &m_connection;
  std::optional<organizations::Organization> m_organization;
  models::DraftStore *m_drafts = nullptr;
  QPointer<ChargeDialog> m_dialog;
  Label *m_count;
  QPushButton *m_charge;
  BalanceAct *m_balance;
  LinkAct *m_linking;
  models::InvoiceListModel m_invoices;
  InvoiceCells *m_cells;
  TableView *m_table;
  EmptyState *m_empty;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
