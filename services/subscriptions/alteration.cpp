// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/alteration.h"

#include "services/business/loader.h"
#include "services/subscriptions/lifecycle_steps.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

Failure notActive(const Subscription &subscription) {
  return fail(u"subscription.not_active"_s,
              u"The subscription is %1; only a running one can be changed."_s.arg(
                  toString(subscription.status)));
}

/// The contract's, as far as it outlasts what becomes of plan and interval.
AgreedPrice priceKept(const Subscription &subscription, const Alteration &to,
                      const Surroundings &surroundings) {
  const auto version = to.planVersion.value_or(subscription.planVersion);
  const auto interval = to.interval.value_or(subscription.interval);
  const bool keeps = surroundings.applied->planVersion(version).plan.id == subscription.planId &&
                     interval == subscription.interval &&
                     to.currency.value_or(subscription.currency) == subscription.currency;
  return {keeps ? subscription.priceOverride : std::nullopt};
}

/// Only what differs from how it stands.
Alteration differing(const Subscription &subscription, const Alteration &to,
                     const Surroundings &surroundings) {
  Alteration left;
  if (to.planVersion && *to.planVersion != subscription.planVersion)
    left.planVersion = to.planVersion;
  if (to.interval && *to.interval != subscription.interval)
    left.interval = to.interval;
  if (to.seats && *to.seats != subscription.seats)
    left.seats = to.seats;
  if (to.currency && *to.currency != subscription.currency)
    left.currency = to.currency;
  if (to.price && *to.price != priceKept(subscription, left, surroundings))
    left.price = to.price;
  if (to.item) {
    const auto held = subscription.items.find(to.item->addon.id);
    const int had = held == subscription.items.end() ? 0 : held->second.quantity;
    if (to.item->quantity != had)
      left.item =
          held == subscription.items.end() ? *to.item : Item{held->second.addon, to.item->quantity};
  }
  for (const auto &addon : to.resold)
    if (const auto held = subscription.items.find(addon.id);
        held != subscription.items.end() && held->second.addon != addon)
      left.resold.push_back(addon);
  return left;
}

bool isNothing(const Alteration &to) {
  return !to.planVersion && !to.interval && !to.seats && !to.price && !to.currency && !to.item &&
         to.resold.empty();
}

Result<> checkPriced(const business::Addon &addon, Currency currency, Interval interval) {
  if (priceOf(addon, currency, interval))
    return {};
  return fail(u"addon.no_price"_s,
              u"The add-on %1 is not sold in %2 per %3; a subscription that has it cannot be "
              u"billed so."_s.arg(addon.id, currency.code(), tenantry::toString(interval)));
}

/// Fewer than one has may always be had, and what it has must have a price in the
/// interval and currency to come.
Result<> checkAddons(const Subscription &subscription, const Alteration &to) {
  const auto interval = to.interval.value_or(subscription.interval);
  const auto currency = to.currency.value_or(subscription.currency);
  auto items = subscription.items;
  if (to.item) {
    const auto &[addon, quantity] = *to.item;
    const auto held = items.find(addon.id);
    const int most = std::max(addon.most, held == items.end() ? 0 : held->second.quantity);
    if (quantity < 0 || quantity > most)
      return fail(u"addon.quantity_invalid"_s,
                  u"A subscription has at most %1 of the add-on %2."_s.arg(most).arg(addon.id));
    if (quantity == 0)
      items.erase(addon.id);
    else
      items[addon.id] = *to.item;
  }
  for (const auto &addon : to.resold)
    if (const auto held = items.find(addon.id); held != items.end())
      held->second.addon = addon;
  for (const auto &[id, item] : items)
    if (to.item || to.interval || to.currency || !to.resold.empty())
      TENANTRY_CHECK(checkPriced(item.addon, currency, interval));
  return {};
}

Result<> checkSold(const Subscription &subscription, const Alteration &to,
                   const Surroundings &surroundings) {
  if (to.seats && *to.seats < 1)
    return fail(u"subscription.seats_invalid"_s, u"A subscription needs at least one seat."_s);
  const auto own = to.price.value_or(priceKept(subscription, to, surroundings)).minor;
  if (own.value_or(0) < 0)
    return fail(u"subscription.price_invalid"_s, u"A price is not below zero."_s);
  const auto &plan =
      surroundings.applied->planVersion(to.planVersion.value_or(subscription.planVersion)).plan;
  const auto interval = to.interval.value_or(subscription.interval);
  const auto currency = to.currency.value_or(subscription.currency);
  const auto price = recurringPrice(plan, currency, interval, own);
  if (!price.plan && !price.perSeat)
    return fail(u"plan.no_price"_s, u"The plan %1 is not sold in %2 per %3."_s.arg(
                                        plan.id, currency.code(), tenantry::toString(interval)));
  return checkAddons(subscription, to);
}

} // namespace

Alteration alterationOf(const Scheduled &scheduled) {
  Alteration to;
  const auto &detail = scheduled.detail;
  if (!detail.is_object())
    return to;
  const auto text = [&detail](const char *key) {
    return QString::fromStdString(detail.value(key, std::string()));
  };
  if (detail.contains("plan_version_id"))
    to.planVersion = PlanVersionId::fromString(text("plan_version_id"));
  if (const auto interval = parseInterval(text("interval")))
    to.interval = *interval;
  if (detail.contains("seats"))
    to.seats = detail.at("seats").get<int>();
  if (const auto price = detail.find("price"); price != detail.end())
    to.price =
        AgreedPrice{price->is_null() ? std::nullopt : std::optional(price->get<std::int64_t>())};
  if (detail.contains("currency"))
    to.currency = currencyThen(scheduled, {});
  if (detail.contains("addon"))
    if (auto item = itemFromJson(detail))
      to.item = std::move(*item);
  for (const auto &sold : detail.value("addons", nlohmann::json::array()))
    if (auto addon = business::addonFromJson(sold))
      to.resold.push_back(std::move(*addon));
  return to;
}

std::int64_t mrrOnceScheduled(const Subscription &subscription, const Surroundings &surroundings) {
  return Steps(subscription, surroundings).mrrOnceScheduled();
}

Result<Change> alter(Subscription subscription, const Surroundings &surroundings, Instant now,
                     const Alteration &to, When when, const ProrationBasis &proration) {
  const auto upTo = when == When::Now ? Advance::WithInvoices : Advance::PeriodsOnly;
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, upTo)) {
  }
  const auto &state = steps.state();
  const bool isTrial = state.status == Status::Trialing;
  if (state.status == Status::Paused)
    return fail(u"subscription.not_active"_s,
                u"The subscription is paused; resume it first, then change it."_s);
  if (!isRunning(state.status) && !isTrial)
    return notActive(state);
  const auto wanted = differing(state, to, surroundings);
  if (isNothing(wanted))
    return fail(u"subscription.no_change"_s,
                to.item ? u"The subscription already has so many of that add-on."_s
                        : u"The subscription already has that plan, interval, price, currency and "
                          u"number of seats."_s);
  TENANTRY_CHECK(checkSold(state, wanted, surroundings));
  // Another interval is another period: without proration it cannot begin before this one ends.
  const bool waits =
      wanted.currency || (wanted.interval && !isTrial && proration.by == business::Proration::None);
  if (when == When::Now && !waits)
    steps.alterNow(wanted, proration, now);
  else
    TENANTRY_CHECK(steps.alterAtPeriodEnd(wanted));
  return std::move(steps).finish(now);
}

Result<Change> cancelNow(Subscription subscription, const Surroundings &surroundings, Instant now,
                         bool credit, const ProrationBasis &proration) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::WithInvoices)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  steps.cancelNow(credit, proration, now);
  return std::move(steps).finish(now);
}

Result<Change> pause(Subscription subscription, const Surroundings &surroundings, Instant now,
                     const ProrationBasis &proration) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::WithInvoices)) {
  }
  if (steps.status() != Status::Active)
    return notActive(steps.state());
  steps.pause(proration, now);
  return std::move(steps).finish(now);
}

Result<Change> resume(Subscription subscription, const Surroundings &surroundings, Instant now) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::WithInvoices)) {
  }
  if (steps.status() != Status::Paused)
    return fail(u"subscription.not_paused"_s,
                u"The subscription is %1, not paused."_s.arg(toString(steps.status())));
  steps.resume(now);
  return std::move(steps).finish(now);
}

Result<Change> endCoupon(Subscription subscription, const Surroundings &surroundings, Instant now,
                         const QString &coupon, When when, const QString &reason) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  TENANTRY_CHECK(steps.endCoupon(coupon, when, reason));
  return std::move(steps).finish(now);
}

} // namespace tenantry::subscriptions
