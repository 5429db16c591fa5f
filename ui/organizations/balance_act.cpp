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

std::vector<MoneyFact> payOutFacts(const models::MoneyAct::Picture &shown) {
  const auto *picture = std::get_if<payments::BalancePicture>(&shown);
  if (!picture)
    return {};
  return {{BalanceAct::tr("Balance now"), picture->before},
          {BalanceAct::tr("Paid out, booked against cash"), picture->amount},
          {BalanceAct::tr("Balance after it"), picture->after(), true}};
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

std::vector<BalanceAct::Choice> BalanceAct::choices() const {
  std::vector<Choice> all;
  for (const auto &currency : currencies())
    all.push_back({Kind::Adjust, currency});
  for (const auto &[currency, amount] : m_facts->balance)
    if (amount > 0)
      all.push_back({Kind::PayOut, currency});
  return all;
}

QString BalanceAct::wordOf(const Choice &choice) const {
  const QString money =
      formatMoney({balanceIn(choice.currency), choice.currency}, m_host->locale());
  return choice.kind == Kind::PayOut ? tr("Pay out of %1…").arg(money)
                                     : tr("Adjust %1…").arg(money);
}

void BalanceAct::start() {
  if (m_dialog || !m_facts)
    return;
  const auto all = choices();
  if (all.size() == 1)
    return open(all.front());
  auto *menu = new QMenu(m_button);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const auto &choice : all)
    connect(menu->addAction(wordOf(choice)), &QAction::triggered, this,
            [this, choice] { open(choice); });
  menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

MoneyWords BalanceAct::wordsOf(const Choice &choice) const {
  const auto &name = m_facts->organization.name;
  const QString balance =
      formatMoney({balanceIn(choice.currency), choice.currency}, m_host->locale());
  const QString title = tr("Balance of %1").arg(name);
  if (choice.kind == Kind::PayOut)
    return {tr("Pay out balance"),
            title,
            tr("Amount"),
            tr("The balance is %1; no more than that was owed.").arg(balance),
            tr("How it was sent"),
            tr("Bank and reference. It appears in the timeline."),
            true,
            tr("What it comes to"),
            tr("This only records that the money has left our account; it sends nothing. It is "
               "booked in the journal, against cash."),
            tr("Book as paid out"),
            ButtonVariant::Primary,
            tr("Paid out to %1").arg(name)};
  return {tr("Adjust balance"),
          title,
          tr("Amount"),
          tr("The balance is %1. Above zero gives, below zero takes.").arg(balance),
          tr("Reason"),
          tr("It appears in the timeline."),
          true,
          tr("What it comes to"),
          tr("It is what we owe the customer: it pays what is open at once, then what comes next. "
             "It is booked in the journal."),
          tr("Adjust balance"),
          ButtonVariant::Primary,
          tr("Balance of %1 adjusted").arg(name)};
}

void BalanceAct::open(const Choice &choice) {
  const bool isPaidOut = choice.kind == Kind::PayOut;
  MoneySubject subject{choice.kind,
                       {m_facts->organization.id, {}},
                       choice.currency,
                       wordsOf(choice),
                       isPaidOut ? payOutFacts : balanceFacts};
  m_dialog = new MoneyDialog(m_connection, std::move(subject), m_host->window());
  connect(m_dialog, &MoneyDialog::finishedWith, this, [this](const QString &what) {
    Toast::present(m_host->window(), {what, {}, Tone::Success}, height::statusBar);
    Q_EMIT adjusted();
  });
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts,
                          (isPaidOut ? u"payout-"_s : u"balance-"_s) + choice.currency.code());
  m_dialog->open();
}

} // namespace tenantry::ui
