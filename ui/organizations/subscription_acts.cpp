// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/subscription_acts.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using subscriptions::Status;

SubscriptionActs::SubscriptionActs(models::Connection &connection, QWidget *host)
    : QObject(host), m_connection(connection), m_host(host),
      m_change(makeButton(tr("Change subscription…"), ButtonVariant::Secondary, u"repeat"_s, host)),
      m_pause(makeButton(tr("Pause…"), ButtonVariant::Secondary, u"pause"_s, host)),
      m_end(makeButton(tr("End…"), ButtonVariant::Secondary, u"x"_s, host)),
      m_takeBack(makeButton(tr("Take back"), ButtonVariant::Secondary, {}, host)) {
  connect(m_change, &QPushButton::clicked, this, [this] { open(ChangeDialog::Kind::Alter); });
  connect(m_end, &QPushButton::clicked, this, [this] { open(ChangeDialog::Kind::Cancel); });
  connect(m_pause, &QPushButton::clicked, this, [this] {
    const bool isPaused = m_facts && m_facts->subscription->status == Status::Paused;
    open(isPaused ? ChangeDialog::Kind::Resume : ChangeDialog::Kind::Pause);
  });
  connect(m_takeBack, &QPushButton::clicked, this, &SubscriptionActs::takeBackNow);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &SubscriptionActs::showWhetherPossible);
  m_takeBack->hide();
  showWhetherPossible();
}

void SubscriptionActs::show(const models::OrganizationFacts &facts) {
  m_facts = facts;
  showWhetherPossible();
}

QString SubscriptionActs::obstacle() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayChange)
    return notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
  if (!m_connection.isConnected())
    return offLineReason();
  if (!m_facts || !m_facts->subscription)
    return tr("There is no subscription");
  return subscriptions::hasEnded(m_facts->subscription->status) ? tr("The subscription has ended")
                                                                : QString();
}

void SubscriptionActs::showWhetherPossible() {
  const auto blocked = obstacle();
  const auto status =
      m_facts && m_facts->subscription ? m_facts->subscription->status : Status::Cancelled;
  const bool standsStill = status == Status::Paused || status == Status::Suspended;
  const auto unless = [&blocked](bool refuses, const QString &why) {
    return blocked.isEmpty() && refuses ? why : blocked;
  };
  setBlocked(m_change, unless(standsStill, tr("The subscription stands still")));
  m_pause->setText(status == Status::Paused ? tr("Resume…") : tr("Pause…"));
  m_pause->setIcon(icon(status == Status::Paused ? u"play"_s : u"pause"_s));
  setBlocked(m_pause, unless(status != Status::Active && status != Status::Paused,
                             tr("Only an active subscription is paused")));
  setBlocked(m_end, blocked);
  const bool isScheduled =
      m_facts && m_facts->subscription &&
      m_facts->subscription->scheduled.action != subscriptions::ScheduledAction::None;
  setBlocked(m_takeBack, unless(!isScheduled, tr("No change is scheduled")));
  m_takeBack->setVisible(isScheduled);
}

void SubscriptionActs::open(ChangeDialog::Kind kind) {
  if (m_dialog || !m_facts || !m_facts->subscription)
    return;
  m_dialog = new ChangeDialog(m_connection, *m_facts, kind, m_host->window());
  m_dialog->setLocale(m_host->locale());
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts);
  connect(m_dialog, &ChangeDialog::changed, this, [this](const QString &what) { say(what); });
  m_dialog->open();
}

void SubscriptionActs::takeBackNow() {
  auto *changer =
      new models::SubscriptionChanger(m_connection, m_facts->organization.id, m_takeBack);
  connect(changer, &models::SubscriptionChanger::done, this, [this, changer] {
    changer->deleteLater();
    say(tr("Taken back; the subscription goes on as it is"));
  });
  connect(changer, &models::SubscriptionChanger::refused, this,
          [this, changer](const Error &error) {
            changer->deleteLater();
            say(said(error), true);
          });
  changer->takeBack();
}

void SubscriptionActs::say(const QString &what, bool isError) {
  Toast::present(m_host->window(),
                 {what, m_facts ? m_facts->organization.name : QString(),
                  isError ? Tone::Danger : Tone::Success},
                 height::statusBar);
}

} // namespace tenantry::ui
