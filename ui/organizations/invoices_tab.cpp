// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/invoices_tab.h"
#include "ui/lists/list_acts.h"
#include "ui/organizations/balance_act.h"
#include "ui/organizations/invoice_acts.h"
#include "ui/organizations/link_act.h"
#include "ui/shell/export_action.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

InvoicesTab::InvoicesTab(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : QWidget(parent), m_connection(connection),
      m_charge(makeButton(tr("Charge once…"), ButtonVariant::Secondary, u"plus"_s)),
      m_balance(new BalanceAct(connection, this)), m_linking(new LinkAct(connection, this)),
      m_page(new CustomerInvoicesPage(connection, work, this)) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_page);
  makeActs();
}

void InvoicesTab::makeActs() {
  m_page->putActs(
      {m_page->exporting()->button(), m_linking->button(), m_balance->button(), m_charge});
  offerInvoiceActs(*m_page->acts(), m_connection.rights());
  connect(m_page->acts(), &ListActs::acted, this, &InvoicesTab::charged);
  connect(m_charge, &QPushButton::clicked, this, &InvoicesTab::charge);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &InvoicesTab::showWhetherPossible);
  connect(m_balance, &BalanceAct::adjusted, this, &InvoicesTab::charged);
  showWhetherPossible();
}

void InvoicesTab::keepDraftsIn(models::DraftStore &drafts) {
  m_drafts = &drafts;
  m_balance->keepDraftsIn(drafts);
  m_linking->keepDraftsIn(drafts);
  m_page->acts()->keepDraftsIn(drafts, u"customer-invoices"_s);
}

QString InvoicesTab::chargeRefusal() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayCredit)
    return notForGroups(rights.groups, {u"finance"_s, u"success"_s, u"administrator"_s});
  return m_connection.isConnected() ? QString() : offLineReason();
}

void InvoicesTab::showWhetherPossible() {
  using Status = organizations::Status;
  const auto refused = chargeRefusal();
  setBlocked(m_charge, !refused.isEmpty()                         ? refused
                       : !m_organization                          ? tr("No organization is chosen")
                       : m_organization->status == Status::Closed ? tr("The organization is closed")
                                                                  : QString());
}

void InvoicesTab::charge() {
  if (m_dialog || !m_organization)
    return;
  m_dialog = new ChargeDialog(m_connection, *m_organization, window());
  connect(m_dialog, &ChargeDialog::issued, this, [this](const QString &number) {
    Toast::present(window(),
                   {number.isEmpty() ? tr("A draft was made") : tr("%1 was issued").arg(number),
                    m_organization->name, Tone::Success},
                   height::statusBar);
    Q_EMIT charged();
  });
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts);
  m_dialog->open();
}

void InvoicesTab::show(const models::OrganizationFacts &facts) {
  m_organization = facts.organization;
  m_balance->show(facts);
  m_linking->show(LinkSubject{{facts.organization.id, {}}, facts.organization.name, {}});
  showWhetherPossible();
  m_page->show(facts.organization.id);
}

} // namespace tenantry::ui
