// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/addons_dialog.h"
#include "ui/organizations/coupon_dialog.h"
#include "ui/organizations/end_coupon_dialog.h"
#include "ui/organizations/limits_dialog.h"
#include "ui/organizations/renewal_dialog.h"
#include "ui/organizations/start_dialog.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/toast.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using subscriptions::Status;

SubscriptionActs::SubscriptionActs(models::Connection &connection, QWidget *host)
    : QObject(host), m_connection(connection), m_host(host),
      m_start(makeButton(tr("Start a subscription…"), ButtonVariant::Secondary, u"play"_s, host)),
      m_change(makeButton(tr("Change subscription…"), ButtonVariant::Secondary, u"repeat"_s, host)),
      m_coupon(makeButton(tr("Apply a coupon…"), ButtonVariant::Secondary, u"check"_s, host)),
      m_endCoupon(makeButton(tr("End a coupon…"), ButtonVariant::Secondary, u"x"_s, host)),
      m_limits(makeButton(tr("Limits…"), ButtonVariant::Secondary, u"chart-line"_s, host)),
      m_addons(makeButton(tr("Add-ons…"), ButtonVariant::Secondary, u"plus"_s, host)),
      m_renewal(makeButton(tr("Do not renew…"), ButtonVariant::Secondary, u"clock"_s, host)),
      m_pause(makeButton(tr("Pause…"), ButtonVariant::Secondary, u"pause"_s, host)),
      m_end(makeButton(tr("End…"), ButtonVariant::Secondary, u"x"_s, host)),
      m_takeBack(makeButton(tr("Take back"), ButtonVariant::Secondary, {}, host)) {
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (m_facts && !lives())
      present(new StartDialog(m_connection, *m_facts, m_host->window()));
  });
  connect(m_coupon, &QPushButton::clicked, this, [this] {
    if (lives())
      present(new CouponDialog(m_connection, *m_facts, m_host->window()));
  });
  connect(m_endCoupon, &QPushButton::clicked, this, [this] {
    if (hasCoupon())
      present(new EndCouponDialog(m_connection, *m_facts, m_host->window()));
  });
  connect(m_limits, &QPushButton::clicked, this, [this] {
    if (lives())
      present(new LimitsDialog(m_connection, *m_facts, m_host->window()));
  });
  connect(m_addons, &QPushButton::clicked, this, [this] {
    if (hasAddons())
      present(new AddonsDialog(m_connection, *m_facts, m_host->window()));
  });
  connect(m_renewal, &QPushButton::clicked, this, [this] {
    if (lives())
      present(new RenewalDialog(m_connection, *m_facts, !m_facts->subscription->autoRenew,
                                m_host->window()));
  });
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

bool SubscriptionActs::lives() const {
  return m_facts && m_facts->subscription &&
         !subscriptions::hasEnded(m_facts->subscription->status);
}

bool SubscriptionActs::hasCoupon() const {
  return lives() &&
         std::ranges::any_of(m_facts->subscription->redemptions, [this](const auto &one) {
           return subscriptions::isAhead(one, *m_facts->subscription);
         });
}

bool SubscriptionActs::hasAddons() const { return lives() && m_facts->sellsAddons; }

ChangeDialog *SubscriptionActs::dialog() const { return qobject_cast<ChangeDialog *>(m_dialog); }

QString SubscriptionActs::refusal() const {
  const auto &rights = m_connection.rights();
  if (!rights.mayChange)
    return notForGroups(rights.groups, {u"success"_s, u"finance"_s, u"administrator"_s});
  return m_connection.isConnected() ? QString() : offLineReason();
}

QString SubscriptionActs::unchosen() const {
  const auto refused = refusal();
  return refused.isEmpty() && !m_facts ? tr("Choose an organization") : refused;
}

QString SubscriptionActs::obstacle() const {
  if (const auto refused = unchosen(); !refused.isEmpty())
    return refused;
  if (!m_facts->subscription)
    return tr("There is no subscription");
  return lives() ? QString() : tr("The subscription has ended");
}

QList<QPushButton *> SubscriptionActs::all() const {
  return {m_start, m_change, m_coupon, m_limits, m_renewal, m_pause, m_end, m_endCoupon, m_addons};
}

/// Each customer has one at a time: what can be done with it is shown, or how one begins.
QList<QPushButton *> SubscriptionActs::offered() const {
  if (m_facts && !lives())
    return {m_start};
  QList<QPushButton *> acts{m_change, m_coupon, m_limits, m_renewal, m_pause, m_end};
  if (hasCoupon())
    acts += m_endCoupon;
  if (hasAddons())
    acts += m_addons;
  return acts;
}

void SubscriptionActs::showStart() {
  const bool isOpen = lives();
  auto blocked = unchosen();
  if (blocked.isEmpty() && isOpen)
    blocked = tr("There is a subscription already");
  else if (blocked.isEmpty() && m_facts->organization.status == organizations::Status::Closed)
    blocked = tr("The organization is closed");
  setBlocked(m_start, blocked);
}

void SubscriptionActs::showWhetherPossible() {
  const auto blocked = obstacle();
  const auto status =
      m_facts && m_facts->subscription ? m_facts->subscription->status : Status::Cancelled;
  const bool standsStill = status == Status::Paused || status == Status::Suspended;
  const auto unless = [&blocked](bool refuses, const QString &why) {
    return blocked.isEmpty() && refuses ? why : blocked;
  };
  const bool renews = !m_facts || !m_facts->subscription || m_facts->subscription->autoRenew;
  m_renewal->setText(renews ? tr("Do not renew…") : tr("Renew again…"));
  m_renewal->setIcon(icon(renews ? u"clock"_s : u"repeat"_s));
  for (auto *button : {m_limits, m_coupon, m_renewal})
    setBlocked(button, blocked);
  setBlocked(m_endCoupon, unless(!hasCoupon(), tr("No redeemed coupon still holds")));
  showStart();
  setBlocked(m_change, unless(standsStill, tr("The subscription is paused or suspended")));
  setBlocked(m_addons, unless(standsStill, tr("The subscription is paused or suspended")));
  if (m_facts && blocked.isEmpty() && !hasAddons())
    setBlocked(m_addons, tr("The business sells no add-ons"));
  m_pause->setText(status == Status::Paused ? tr("Resume…") : tr("Pause…"));
  m_pause->setIcon(icon(status == Status::Paused ? u"play"_s : u"pause"_s));
  setBlocked(m_pause, unless(status != Status::Active && status != Status::Paused,
                             tr("Only an active subscription can be paused")));
  setBlocked(m_end, blocked);
  const bool isScheduled =
      m_facts && m_facts->subscription &&
      m_facts->subscription->scheduled.action != subscriptions::ScheduledAction::None;
  setBlocked(m_takeBack, unless(!isScheduled, tr("No change is scheduled")));
  m_takeBack->setVisible(isScheduled);
}

void SubscriptionActs::open(ChangeDialog::Kind kind) {
  if (m_facts && m_facts->subscription)
    present(new ChangeDialog(m_connection, *m_facts, kind, m_host->window()));
}

void SubscriptionActs::present(SubscriptionDialog *dialog) {
  if (m_dialog) // one question at a time
    return delete dialog;
  m_dialog = dialog;
  m_dialog->setLocale(m_host->locale());
  if (m_drafts)
    m_dialog->keepDraftIn(*m_drafts);
  connect(m_dialog, &SubscriptionDialog::changed, this,
          [this](const QString &what, const std::optional<models::WantedChange> &undo) {
            const auto *change = this->dialog();
            say(what, false, undo, change ? change->wayBack() : std::nullopt);
          });
  m_dialog->open();
}

/// Of whom it was done to: another record may be shown by now.
void SubscriptionActs::undo(const OrganizationId &of, const models::WantedChange &by) {
  auto *changer = new models::SubscriptionChanger(m_connection, of, this);
  connect(changer, &models::SubscriptionChanger::done, this, [this, changer] {
    changer->deleteLater();
    say(tr("Undone; it is as it was"));
  });
  connect(changer, &models::SubscriptionChanger::refused, this,
          [this, changer](const Error &error) {
            changer->deleteLater();
            say(said(error), true);
          });
  changer->undo(by);
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

/// Whose way back is another act: that is asked anew, of whom it was done to.
void SubscriptionActs::say(const QString &what, bool isError,
                           const std::optional<models::WantedChange> &undo,
                           std::optional<ChangeDialog::Kind> wayBack) {
  ToastMessage message{what, m_facts ? m_facts->organization.name : QString(),
                       isError ? Tone::Danger : Tone::Success};
  if (undo) {
    message.action = tr("Undo");
    message.shortcut = undoKeys();
  } else if (wayBack) {
    message.action = *wayBack == ChangeDialog::Kind::Resume ? tr("Resume…") : tr("Pause…");
    message.shortcut = QKeySequence(pauseKeys).toString(QKeySequence::NativeText);
  }
  auto *toast = Toast::present(m_host->window(), message, height::statusBar);
  if (undo)
    connect(toast, &Toast::actionTriggered, this,
            [this, by = *undo, of = m_facts->organization.id] { this->undo(of, by); });
  else if (wayBack)
    connect(toast, &Toast::actionTriggered, this, [this, kind = *wayBack, of = *m_facts] {
      present(new ChangeDialog(m_connection, of, kind, m_host->window()));
    });
}

} // namespace tenantry::ui
