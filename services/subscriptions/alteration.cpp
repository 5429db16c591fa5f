// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/alteration.h"

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
                     interval == subscription.interval;
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
  if (to.price && *to.price != priceKept(subscription, left, surroundings))
    left.price = to.price;
  return left;
}

bool isNothing(const Alteration &to) {
  return !to.planVersion && !to.interval && !to.seats && !to.price;
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
  const auto price = recurringPrice(plan, subscription.currency, interval, own);
  if (!price.plan && !price.perSeat)
    return fail(u"plan.no_price"_s,
                u"The plan %1 is not sold in %2 per %3."_s.arg(
                    plan.id, subscription.currency.code(), tenantry::toString(interval)));
  return {};
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
                u"The subscription already has that plan, interval, price and number of seats."_s);
  TENANTRY_CHECK(checkSold(state, wanted, surroundings));
  // Another interval is another period: without proration it cannot begin before this one ends.
  const bool waits = wanted.interval && !isTrial && proration.by == business::Proration::None;
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
