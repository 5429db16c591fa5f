// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/lifecycle.h"

#include "services/subscriptions/lifecycle_steps.h"
#include "services/subscriptions/mrr.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

Result<> checkSold(const Start &request, const business::PlanVersion &version) {
  if (request.seats < 1)
    return fail(u"subscription.seats_invalid"_s, u"A subscription needs at least one seat."_s);
  const auto price =
      recurringPrice(version.plan, request.currency, request.interval, request.priceOverride);
  if (!price.plan && !price.perSeat)
    return fail(u"plan.no_price"_s,
                u"The plan %1 is not sold in %2 per %3."_s.arg(
                    version.plan.id, request.currency.code(), toString(request.interval)));
  if (request.coupon && request.coupon->amount &&
      request.coupon->amount->currency() != request.currency)
    return fail(u"coupon.wrong_currency"_s,
                u"The coupon %1 is in %2, the subscription in %3."_s.arg(
                    request.coupon->id, request.coupon->amount->currency().code(),
                    request.currency.code()));
  return {};
}

Subscription draft(const Start &request, const business::PlanVersion &version, Instant now) {
  Subscription made;
  made.organization = request.organization;
  made.id = makeId<SubscriptionId>(now);
  made.planId = version.plan.id;
  made.planVersion = version.id;
  made.interval = request.interval;
  made.currency = request.currency;
  made.seats = request.seats;
  made.priceOverride = request.priceOverride;
  made.ownLimits = request.ownLimits;
  made.startedAt = now;
  if (request.coupon) {
    const auto cycles = request.coupon->cycles;
    made.redemptions.push_back(
        {*request.coupon, 0, cycles ? std::optional(*cycles) : std::nullopt});
  }
  return made;
}

std::chrono::microseconds boundaryTime(const Surroundings &surroundings, Instant now) {
  const bool bySecond =
      surroundings.applied->business.invoice.proration == business::Proration::Second;
  return bySecond ? surroundings.zone.timeOfDay(now) : std::chrono::microseconds{0};
}

} // namespace

QString toString(SpanKind kind) {
  switch (kind) {
  case SpanKind::Trial:
    return u"trial"_s;
  case SpanKind::Service:
    return u"service"_s;
  case SpanKind::Pause:
    return u"pause"_s;
  case SpanKind::Suspension:
    return u"suspension"_s;
  }
  return {};
}

RecurringPrice recurringPrice(const business::Plan &plan, Currency currency, Interval interval,
                              std::optional<std::int64_t> priceOverride) {
  RecurringPrice found;
  for (const auto &price : plan.prices) {
    if (price.amount.currency() != currency || price.interval != interval)
      continue;
    auto &slot = price.per == business::PricePer::Seat ? found.perSeat : found.plan;
    slot = price.amount.minor();
  }
  if (priceOverride)
    found.plan = priceOverride;
  return found;
}

OwnLimits limitsBesidePlan(const business::Plan &plan, const OwnLimits &contract,
                           const Items &items) {
  auto limits = contract;
  for (const auto &[id, item] : items)
    for (const auto &[metric, each] : item.addon.limits) {
      const auto planned = plan.limits.find(metric);
      const auto known = limits.find(metric);
      const auto granted = known != limits.end()          ? known->second
                           : planned != plan.limits.end() ? planned->second
                                                          : business::unlimited;
      if (granted != business::unlimited)
        limits[metric] = checkedAdd(granted, checkedMultiply(each, item.quantity));
    }
  return limits;
}

std::optional<std::int64_t> priceOf(const business::Addon &addon, Currency currency,
                                    Interval interval) {
  for (const auto &price : addon.prices)
    if (price.amount.currency() == currency && price.interval == interval)
      return price.amount.minor();
  return std::nullopt;
}

std::int64_t recurringSum(const RecurringPrice &price, int seats, const Items &items,
                          Currency currency, Interval interval) {
  auto sum = checkedAdd(price.plan.value_or(0), checkedMultiply(price.perSeat.value_or(0), seats));
  for (const auto &[id, item] : items)
    sum = checkedAdd(
        sum, checkedMultiply(priceOf(item.addon, currency, interval).value_or(0), item.quantity));
  return sum;
}

std::int64_t mrrTwelfths(const Subscription &subscription, const Surroundings &surroundings) {
  if (!isRunning(subscription.status))
    return 0;
  const auto price =
      recurringPrice(surroundings.applied->planVersion(subscription.planVersion).plan,
                     subscription.currency, subscription.interval, subscription.priceOverride);
  std::vector<business::Coupon> lasting;
  for (const auto &redemption : subscription.redemptions)
    if (!redemption.toIndex && redemption.isOf(subscription.currency))
      lasting.push_back(redemption.coupon);
  const auto gross = recurringSum(price, subscription.seats, subscription.items,
                                  subscription.currency, subscription.interval);
  return netMrrTwelfths(gross, subscription.interval, lasting, surroundings.includedTax);
}

Terms termsOf(const Subscription &subscription) {
  return {subscription.planVersion, subscription.interval, subscription.seats,
          subscription.priceOverride, subscription.items};
}

Result<Change> start(const Start &request, const Surroundings &surroundings, Instant now) {
  const auto &version = surroundings.applied->planVersion(request.planVersion);
  TENANTRY_CHECK(checkSold(request, version));
  Steps steps(draft(request, version, now), surroundings);
  steps.begin(request.trialDays, boundaryTime(surroundings, now), now,
              std::max(now, request.countsFrom.value_or(now)));
  return std::move(steps).finish(now);
}

Change advance(Subscription subscription, const Surroundings &surroundings, Instant now,
               Advance what) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, what)) {
  }
  if (what == Advance::WithInvoices)
    steps.meetRequest(now);
  return std::move(steps).finish(now);
}

Result<Change> cancel(Subscription subscription, const Surroundings &surroundings, Instant now,
                      bool atPeriodEnd) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  if (atPeriodEnd && isRunning(steps.status())) {
    TENANTRY_CHECK(steps.schedule({ScheduledAction::Cancel, {}}));
  } else {
    steps.endNow(Status::Cancelled, now);
  }
  return std::move(steps).finish(now);
}

Result<Change> renewByItself(Subscription subscription, const Surroundings &surroundings,
                             Instant now, bool on) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  steps.renewByItself(on);
  while (steps.takeNext(now, Advance::PeriodsOnly)) { // too late for the usual reminder: told now
  }
  return std::move(steps).finish(now);
}

Change becomePastDue(Subscription subscription, const Surroundings &surroundings, Instant now) {
  Steps steps(std::move(subscription), surroundings);
  if (steps.status() == Status::Active)
    steps.becomePastDue();
  return std::move(steps).finish(now);
}

Change suspend(Subscription subscription, const Surroundings &surroundings, Instant now) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (isRunning(steps.status()))
    steps.suspend(now);
  return std::move(steps).finish(now);
}

Change recover(Subscription subscription, const Surroundings &surroundings, Instant now) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) { // it may have ended meanwhile, as it was told
  }
  if (steps.status() == Status::PastDue)
    steps.becomeActive();
  else if (steps.status() == Status::Suspended)
    steps.endSuspension(now);
  return std::move(steps).finish(now);
}

Result<Change> unschedule(Subscription subscription, const Surroundings &surroundings,
                          Instant now) {
  Steps steps(std::move(subscription), surroundings);
  TENANTRY_CHECK(steps.schedule({}));
  return std::move(steps).finish(now);
}

} // namespace tenantry::subscriptions
