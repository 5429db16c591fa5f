// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/balance_act.h"
#include "ui/shell/group_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/toast.h"
#include <QMenu>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

std::vector<MoneyFact> balanceFacts(const models::MoneyAct::Picture &shown) {
  const auto *picture = std::get_if<payments::BalancePicture>(&shown);
  if (!picture)
    return {};
  std::vector<MoneyFact> facts{{BalanceAct::tr("Balance now"), picture->before},
                               {picture->amount > 0
                                    ? BalanceAct::tr("Given, booked as a refund")
                                    : BalanceAct::tr("Taken, booked against refunds"),
                                picture->amount}};
  if (picture->pays > 0)
    facts.push_back({BalanceAct::tr("Pays open invoices at once"), -picture->pays});
  facts.push_back({BalanceAct::tr("Balance after it"), picture->after(), true});
  return facts;
}

} // namespace

BalanceAct::BalanceAct(models::Connection &connection, QWidget *host)
    : QObject(host), m_connection(connection), m_host(host),
      m_button(makeButton(tr("Adjust balance…"), ButtonVariant::Secondary, {}, host)) {
  setCompact(m_button);
  connect(m_button, &QPushButton::clicked, this, &BalanceAct::start);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &BalanceAct::showWhetherPossible);
  showWhetherPossible();
}

void BalanceAct::show(const models::OrganizationFacts &facts) {
  m_facts = facts;
  showWhetherPossible();
}

void BalanceAct::showWhetherPossible() {
  const auto &rights = m_connection.rights();
  setBlocked(m_button, !rights.mayPay
                           ? notForGroups(rights.groups, {u"finance"_s, u"administrator"_s})
                       : !m_connection.isConnected() ? offLineReason()
                       : !m_facts                    ? tr("No organization is chosen")
                                                     : QString());
}

std::int64_t BalanceAct::balanceIn(const Currency &currency) const {
  const auto found = m_facts->balance.find(currency);
  return found == m_facts->balance.end() ? 0 : found->second;
}

std::vector<Currency> BalanceAct::currencies() const {
  std::vector<Currency> all{m_facts->organization.currency};
  const auto add = [&all](const Currency &currency) {
    if (std::find(all.begin(), all.end(), currency) == all.end())
      all.push_back(currency);
  };
  for (const auto &[currency, amount] : m_facts->balance)
    add(currency);
  for (const auto &invoice : m_facts->invoices)
    add(invoice.currency);
  return all;
}

void BalanceAct::start() {
  if (m_dialog || !m_facts)
    return;
  const auto all = currencies();
  if (all.size() == 1)
    return open(all.front());
  auto *choice = new QMenu(m_button);
  choice->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &currency : all)
    connect(choice->addAction(formatMoney({balanceIn(currency), currency}, m_host->locale())),
            &QAction::triggered, this, [this, currency] { open(currency); });
  choice->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void BalanceAct::open(const Currency &currency) {
  const auto &organization = m_facts->organization;
  MoneySubject subject{
      models::MoneyAct::Kind::Adjust,
      {organization.id, {}},
      currency,
      {tr("Adjust balance"), tr("Balance of %1").arg(organization.name), tr("Amount"),
       tr("The balance is %1. Above zero gives, below zero takes.")
           .arg(formatMoney({balanceIn(currency), currency}, m_host->locale())),
       tr("Reason"), tr("It stands in the timeline."), true, tr("What it comes to"),
       tr("It is what we owe the customer: it pays what is open at once and what comes next. It "
          "stands in the journal."),
       tr("Adjust balance"), ButtonVariant::Primary,
       tr("Balance of %1 adjusted").arg(organization.name)},
      balanceFacts};
  m_dialog = new MoneyDialog(m_connection, std::move(subject), m_host->window());
  connect(m_dialog, &MoneyDialog::finishedWith, this, [this](const QString &what) {
    Toast::present(m_host->window(), {what, {}, Tone::Success}, height::statusBar);
    Q_EMIT adjusted();
  });
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts, u"balance-"_s + currency.code());
  m_dialog->open();
}

} // namespace tenantry::ui
