// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/limit_editor.h"
#include "ui/organizations/period_bar.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/acts_row.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include <QBoxLayout>
#include <QPushButton>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString itemText(const subscriptions::Item &item, const QLocale &locale) {
  return u"%1 × %2"_s.arg(formatNumber(item.quantity, locale),
                          item.addon.name.in(models::readersLanguage()));
}

QString scheduledText(const models::OrganizationFacts &facts, const QLocale &locale) {
  using subscriptions::ScheduledAction;
  const auto &scheduled = facts.subscription->scheduled;
  if (scheduled.action == ScheduledAction::None)
    return SubscriptionTab::tr("nothing");
  if (scheduled.action == ScheduledAction::Cancel)
    return SubscriptionTab::tr("ends with the period");
  QStringList parts;
  const auto text = [&scheduled](const char *key) {
    return QString::fromStdString(scheduled.detail.value(key, std::string()));
  };
  if (!facts.scheduledPlanName.isEmpty())
    parts.append(SubscriptionTab::tr("plan %1").arg(facts.scheduledPlanName));
  if (const auto interval = parseInterval(text("interval")))
    parts.append(SubscriptionTab::tr("billed %1").arg(intervalWord(*interval)));
  if (const auto seats = scheduled.detail.value("seats", 0); seats > 0)
    parts.append(SubscriptionTab::tr("%n seat(s)", nullptr, seats));
  const auto currency = subscriptions::currencyThen(scheduled, facts.subscription->currency);
  if (currency != facts.subscription->currency)
    parts.append(SubscriptionTab::tr("billed in %1").arg(currency.code()));
  if (scheduled.detail.contains("addon"))
    if (const auto item = subscriptions::itemFromJson(scheduled.detail))
      parts.append(itemText(*item, locale));
  for (const auto &sold : scheduled.detail.value("addons", nlohmann::json::array()))
    if (const auto item = subscriptions::itemFromJson({{"addon", sold}, {"quantity", 1}}))
      parts.append(SubscriptionTab::tr("%1 at new terms")
                       .arg(item->addon.name.in(models::readersLanguage())));
  if (const auto price = scheduled.detail.find("price"); price != scheduled.detail.end())
    parts.append(price->is_null()
                     ? SubscriptionTab::tr("the plan's price")
                     : SubscriptionTab::tr("price %1")
                           .arg(formatMoney({price->get<std::int64_t>(), currency}, locale)));
  return parts.join(u", "_s);
}

QString heldAddons(const models::OrganizationFacts &facts, const QLocale &locale) {
  QStringList names;
  for (const auto &[id, item] : facts.subscription->items)
    names.append(itemText(item, locale));
  return names.join(u", "_s);
}

QString couponsText(const subscriptions::Subscription &subscription) {
  QStringList ids;
  for (const auto &redemption : subscription.redemptions)
    if (!subscriptions::isAhead(redemption, subscription))
      ids.append(SubscriptionTab::tr("%1 (takes nothing more off)").arg(redemption.coupon.id));
    else if (redemption.toIndex && *redemption.toIndex <= subscription.periodIndex + 1)
      ids.append(SubscriptionTab::tr("%1 (until the period's end)").arg(redemption.coupon.id));
    else
      ids.append(redemption.coupon.id);
  return ids.isEmpty() ? SubscriptionTab::tr("none") : ids.join(u", "_s);
}

QString limitsText(const subscriptions::OwnLimits &limits, const QLocale &locale) {
  QStringList texts;
  for (const auto &[metric, limit] : limits)
    texts.append(u"%1 %2"_s.arg(metricName(metric), limitText(limit, locale)));
  return texts.join(u", "_s);
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
    row->setWraps();
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
  if (!subscription.items.empty())
    add(SubscriptionTab::tr("Add-ons"), heldAddons(facts, locale));
  add(SubscriptionTab::tr("Coupons"), couponsText(subscription));
  if (!subscription.ownLimits.empty())
    add(SubscriptionTab::tr("Limits of its own"), limitsText(subscription.ownLimits, locale));
  add(SubscriptionTab::tr("Scheduled"), scheduledText(facts, locale));
}

SubscriptionTab::SubscriptionTab(models::Connection &connection, QWidget *parent)
    : TabPage(tr("Subscription"), parent), m_facts(makeFactCard(tr("Subscription"))),
      m_period(makeSnugCard(tr("Running period"))), m_bar(new PeriodBar),
      m_periodText(new Label({}, TextStyle::Meta, Tone::Muted)),
      m_acts(new SubscriptionActs(connection, this)), m_row(new ActsRow(m_acts->all())),
      m_scheduled(new Label({}, TextStyle::Body, Tone::Warning)), m_scheduledRow(makeScheduled()) {
  m_period->body()->addWidget(m_bar);
  m_period->body()->addWidget(m_periodText);
  column()->addWidget(m_scheduledRow);
  column()->addWidget(m_period);
  column()->addWidget(m_facts);
  column()->addWidget(m_row);
  column()->addStretch();
}

QWidget *SubscriptionTab::makeScheduled() {
  auto *scheduled = new QWidget;
  auto *row = new QHBoxLayout(scheduled);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x3);
  m_scheduled->setWordWrap(true);
  row->addWidget(m_scheduled, 1);
  row->addWidget(m_acts->takeBack(), 0, Qt::AlignTop);
  return scheduled;
}

void SubscriptionTab::showScheduled(const models::OrganizationFacts &facts) {
  m_acts->show(facts);
  m_row->offer(m_acts->offered());
  const bool waits = facts.subscription &&
                     facts.subscription->scheduled.action != subscriptions::ScheduledAction::None;
  m_scheduledRow->setVisible(waits);
  if (waits)
    m_scheduled->setText(tr("On %1: %2.")
                             .arg(formatDay(facts.subscription->period.to, locale()),
                                  scheduledText(facts, locale())));
}

void SubscriptionTab::show(const models::OrganizationFacts &facts) {
  clearLayout(m_facts->body());
  addSubscriptionFacts(m_facts, facts, locale());
  showScheduled(facts);
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
  m_period->setTitle(subscriptions::hasEnded(subscription.status) ? tr("Last period")
                                                                  : tr("Running period"));
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
  if (!subscriptions::hasEnded(subscription.status))
    add(tr("Renews by itself"), subscription.autoRenew ? tr("yes") : tr("no"));
}

} // namespace tenantry::ui
