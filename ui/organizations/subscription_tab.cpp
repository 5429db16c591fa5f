// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/period_bar.h"
#include "ui/organizations/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString scheduledText(const subscriptions::Scheduled &scheduled) {
  using subscriptions::ScheduledAction;
  switch (scheduled.action) {
  case ScheduledAction::None:
    return SubscriptionTab::tr("nothing");
  case ScheduledAction::Cancel:
    return SubscriptionTab::tr("ends with the period");
  case ScheduledAction::ChangePlan:
    return SubscriptionTab::tr("another plan with the next period");
  case ScheduledAction::ChangeSeats:
    return SubscriptionTab::tr("other seats with the next period");
  }
  return {};
}

QString couponsText(const std::vector<subscriptions::Redemption> &redemptions) {
  QStringList ids;
  for (const auto &redemption : redemptions)
    ids.append(redemption.coupon.id);
  return ids.isEmpty() ? SubscriptionTab::tr("none") : ids.join(u", "_s);
}

QString lastDayOf(const DayRange &period, const QLocale &locale) {
  return SubscriptionTab::tr("%1 to %2")
      .arg(formatDay(period.from, locale), formatDay(period.to - std::chrono::days(1), locale));
}

} // namespace

void addSubscriptionFacts(Card *card, const models::OrganizationFacts &facts,
                          const QLocale &locale) {
  const auto add = [card](const QString &key, const QString &value, Tone tone = Tone::Text) {
    auto *row = new FactRow(key);
    row->setValue(value, tone);
    card->body()->addWidget(row);
  };
  if (!facts.subscription) {
    card->setFact({});
    card->body()->addWidget(
        new Label(SubscriptionTab::tr("No subscription yet."), TextStyle::Body, Tone::Muted));
    return;
  }
  const auto &subscription = *facts.subscription;
  const auto look = statusLook(subscription.status);
  card->setFact(intervalWord(subscription.interval));
  add(SubscriptionTab::tr("Plan"), facts.planName);
  add(SubscriptionTab::tr("Status"), look.text, look.tone);
  add(SubscriptionTab::tr("Price"), formatMoney(facts.price, locale));
  add(SubscriptionTab::tr("Seats"), formatNumber(subscription.seats, locale));
  add(SubscriptionTab::tr("Coupons"), couponsText(subscription.redemptions));
  add(SubscriptionTab::tr("Scheduled"), scheduledText(subscription.scheduled));
}

SubscriptionTab::SubscriptionTab(QWidget *parent)
    : TabPage(tr("Subscription"), parent), m_facts(makeSnugCard(tr("Subscription"))),
      m_period(makeSnugCard(tr("Running period"))), m_bar(new PeriodBar),
      m_periodText(new Label({}, TextStyle::Meta, Tone::Muted)) {
  m_facts->body()->setSpacing(0);
  m_period->body()->addWidget(m_bar);
  m_period->body()->addWidget(m_periodText);
  column()->addWidget(m_period);
  column()->addWidget(m_facts);
  column()->addStretch();
}

void SubscriptionTab::show(const models::OrganizationFacts &facts) {
  clearLayout(m_facts->body());
  addSubscriptionFacts(m_facts, facts, locale());
  m_period->setVisible(facts.subscription.has_value());
  if (facts.subscription)
    showPeriod(facts);
}

void SubscriptionTab::showPeriod(const models::OrganizationFacts &facts) {
  const auto &subscription = *facts.subscription;
  const auto add = [this](const QString &key, const QString &value) {
    m_facts->body()->addWidget(new FactRow(key, value));
  };
  const auto &zone = facts.organization.zone;
  const LocalDay today = zone.dayOf(facts.readAt);
  m_period->setFact(lastDayOf(subscription.period, locale()));
  m_bar->setPeriod(subscription.period, today);
  const int left = std::max(0, int((subscription.period.to - today).count()));
  m_periodText->setText(subscriptions::hasEnded(subscription.status)
                            ? tr("This subscription has ended.")
                            : tr("%n day(s) left", nullptr, left));
  add(tr("Started"), formatDay(zone.dayOf(subscription.startedAt), locale()));
  add(tr("Anchor"), formatDay(subscription.anchor, locale()));
  if (subscription.trialEnd)
    add(tr("Trial ends"), formatDay(*subscription.trialEnd, locale()));
  if (subscription.endedAt)
    add(tr("Ended"), formatDay(zone.dayOf(*subscription.endedAt), locale()));
  add(tr("Renews by itself"), subscription.autoRenew ? tr("yes") : tr("no"));
}

} // namespace tenantry::ui
