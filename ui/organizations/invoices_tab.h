// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_record.h"
#include "ui/organizations/charge_dialog.h"
#include "ui/organizations/customer_invoices_page.h"
#include <QPointer>

namespace tenantry::ui {

class BalanceAct;
class LinkAct;

/// All invoices of the organization, and what is done with those that are selected. What is sold
/// once is charged here, the balance adjusted, and the customer given a link to all of it.
class InvoicesTab : public QWidget {
  Q_OBJECT

public:
  InvoicesTab(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  void show(const models::OrganizationFacts &facts);
  void keepDraftsIn(models::DraftStore &drafts);
  [[nodiscard]] CustomerInvoicesPage *page() const { return m_page; }
  [[nodiscard]] QPushButton *charging() const { return m_charge; }
  [[nodiscard]] QString chargeRefusal() const; ///< of whomever
  [[nodiscard]] BalanceAct *balance() const { return m_balance; }
  [[nodiscard]] LinkAct *linking() const { return m_linking; }
  [[nodiscard]] ChargeDialog *dialog() const { return m_dialog; } ///< null while none is open

Q_SIGNALS:
  void charged(); ///< there is one more, the balance has paid some, or they were acted on

private:
  void makeActs();
  void charge();
  void showWhetherPossible();

  models::Connection &m_connection;
  std::optional<organizations::Organization> m_organization;
  models::DraftStore *m_drafts = nullptr;
  QPointer<ChargeDialog> m_dialog;
  QPushButton *m_charge;
  BalanceAct *m_balance;
  LinkAct *m_linking;
  CustomerInvoicesPage *m_page;
};

} // namespace tenantry::ui
