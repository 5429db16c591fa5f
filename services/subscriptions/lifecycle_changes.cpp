// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/lifecycle_steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::subscriptions {

namespace {

bool standsOn(const Scheduled &scheduled) {
  return scheduled.action != ScheduledAction::None && scheduled.action != ScheduledAction::Cancel;
}

/// A contract's own; null: the plan's.
nlohmann::json priceJson(const std::optional<std::int64_t> &price) {
  return price ? nlohmann::json(*price) : nlohmann::json();
}

/// What it costs a month, in twelfths of a minor unit, whether it runs or not.
std::int64_t costOf(const Terms &terms, Currency currency, const Surroundings &around) {
  const auto price = recurringPrice(around.applied->planVersion(terms.planVersion).plan, currency,
                                    terms.interval, terms.priceOverride);
  const auto whole = recurringSum(price, terms.seats, terms.items, currency, terms.interval);
  return checkedMultiply(whole, 12 / monthsOf(terms.interval));
}

} // namespace

void Steps::alterNow(const Alteration &to, const ProrationBasis &proration, Instant now) {
  auto &state = m_change.after;
  m_didMore = true;
  billAwaited(now);
  const bool isTrial = state.status == Status::Trialing;
  const Terms before = termsOf(state);
  const QString planBefore = state.planId;
  auto rest = restOfPeriod(proration, now);
  state.scheduled = {};
  const bool grants = grantsMore(to);
  takeOver(to);
  rest.closesUsage = !isTrial && state.interval != before.interval;
  if (rest.closesUsage)
    beginAnew(now);
  else if (state.planVersion != before.planVersion)
    replacePart({state.organization,
                 state.id,
                 state.planVersion,
                 {std::max(now, state.periodAt.from), state.periodAt.to},
                 state.periodAt.from,
                 {dayInPeriod(now), state.period.to},
                 !isTrial});
  else if (grants)
    raiseLimits(now);
  noteAlteration(before, planBefore, state.currency);
  settleMrr(now);
  if (isTrial || proration.by == business::Proration::None)
    return;
  auto order = makeOrder(state.periodIndex, now);
  if (!rest.closesUsage) {
    order.whole = rest.whole;
    order.period = rest.rest;
    order.closes = Instant::min();
  }
  order.midPeriod = rest;
  m_change.orders.push_back(std::move(order));
}

Result<> Steps::alterAtPeriodEnd(const Alteration &to) {
  Scheduled scheduled;
  scheduled.action = to.currency                     ? ScheduledAction::ChangeCurrency
                     : to.planVersion || to.interval ? ScheduledAction::ChangePlan
                     : to.seats                      ? ScheduledAction::ChangeSeats
                     : to.item || !to.resold.empty() ? ScheduledAction::ChangeAddon
                                                     : ScheduledAction::ChangePrice;
  scheduled.detail = to.item ? toJson(*to.item) : nlohmann::json::object();
  if (to.planVersion) {
    scheduled.detail["plan_version_id"] = to.planVersion->toString().toStdString();
    scheduled.detail["plan_id"] =
        m_around.applied->planVersion(*to.planVersion).plan.id.toStdString();
  }
  if (to.interval)
    scheduled.detail["interval"] = tenantry::toString(*to.interval).toStdString();
  if (to.seats)
    scheduled.detail["seats"] = *to.seats;
  if (to.price)
    scheduled.detail["price"] = priceJson(to.price->minor);
  if (to.currency)
    scheduled.detail["currency"] = to.currency->code().toStdString();
  if (!to.resold.empty())
    scheduled.detail["addons"] = resoldJson(to);
  TENANTRY_CHECK(schedule(std::move(scheduled)));
  auto &payload = m_change.events.back().payload;
  if (to.currency)
    payload["currency"] = to.currency->code().toStdString();
  if (to.item)
    payload.update({{"addon", to.item->addon.id.toStdString()}, {"quantity", to.item->quantity}});
  if (!to.resold.empty())
    payload["addons_moved"] = resoldIds(to);
  if (to.price) {
    payload["price"] = priceJson(to.price->minor);
    payload["price_before"] = priceJson(m_change.after.priceOverride);
  }
  return {};
}

// From now on means: also for what is billed of the running period, and for an invoice that is
// awaited. One that would begin later never holds.
Result<> Steps::endCoupon(const QString &coupon, When when, const QString &reason) {
  auto &state = m_change.after;
  const auto found = std::find_if(state.redemptions.begin(), state.redemptions.end(),
                                  [&](const Redemption &each) { return each.coupon.id == coupon; });
  if (found == state.redemptions.end())
    return fail(u"coupon.not_redeemed"_s,
                u"The subscription has not redeemed the coupon %1."_s.arg(coupon));
  const int from = when == When::PeriodEnd ? state.periodIndex + 1
                                           : state.invoiceIndex.value_or(state.periodIndex);
  const int to = std::max(from, found->fromIndex);
  if (found->toIndex && *found->toIndex <= to)
    return fail(u"coupon.ended"_s,
                u"The coupon %1 takes nothing off after that as it is."_s.arg(coupon));
  m_didMore = true;
  found->toIndex = to;
  nlohmann::json payload{{"coupon_ended", coupon.toStdString()},
                         {"when", when == When::Now ? "now" : "period_end"}};
  if (!reason.isEmpty())
    payload["reason"] = reason.toStdString();
  note(u"subscription.changed"_s, std::move(payload));
  return {};
}

void Steps::cancelNow(bool credit, const ProrationBasis &proration, Instant now) {
  billAwaited(now);
  const bool credits = credit && isRunning(status());
  auto rest = restOfPeriod(proration, now);
  endNow(Status::Cancelled, now);
  billAwaited(now);
  if (!credits)
    return;
  rest.closesUsage = true;
  m_change.orders.back().midPeriod = rest;
}

void Steps::pause(const ProrationBasis &proration, Instant now) {
  auto &state = m_change.after;
  m_didMore = true;
  billAwaited(now);
  auto rest = restOfPeriod(proration, now);
  rest.closesUsage = true; // there is no boundary to wait for: it may stand still for years
  if (proration.by == business::Proration::None)
    rest.credits.reset();
  cutPart(now);
  state.status = Status::Paused;
  state.statusReason.clear();
  m_change.entitlementsChanged = true;
  m_change.spans.push_back({dayInPeriod(now), SpanKind::Pause});
  note(u"subscription.paused"_s);
  settleMrr(now);
  auto order = makeOrder(state.periodIndex, now);
  order.opensPeriod = false;
  order.closes = now;
  order.midPeriod = rest;
  m_change.orders.push_back(std::move(order));
}

void Steps::resume(Instant now) {
  auto &state = m_change.after;
  m_didMore = true;
  const auto proration = m_around.applied->business.invoice.proration;
  const LocalDay today = dayOf(now);
  state.status = Status::Active;
  m_change.entitlementsChanged = true;
  m_change.spans.push_back({today, SpanKind::Service});
  note(u"subscription.resumed"_s);
  if (now >= state.periodAt.to) {
    openRestOfPeriod(now);
    billAwaited(now);
  } else {
    state.invoiceIndex.reset(); // what came late is billed with this, or at the boundary that comes
    state.invoiceAt.reset();
    auto rest = restOfPeriod({proration, now}, now);
    state.period.from = rest.rest.from;
    state.periodAt.from = now;
    replacePart(
        {state.organization, state.id, state.planVersion, state.periodAt, now, state.period, true});
    if (proration != business::Proration::None) {
      rest.credits.reset();
      rest.closesUsage = true;
      auto order = makeOrder(state.periodIndex, now);
      order.midPeriod = rest;
      m_change.orders.push_back(std::move(order));
    }
  }
  settleMrr(now);
}

// What was awaited is billed as it was, before anything about it changes.
void Steps::billAwaited(Instant now) {
  while (m_change.after.invoiceAt)
    orderInvoice(now);
}

DayRange Steps::anchored(int index) const {
  const auto &state = m_change.after;
  return anchoredPeriod(state.anchor, months(), index - state.anchorIndex);
}

// Where boundaries have a time of day, the last hours of a period are on the day of the next.
LocalDay Steps::dayInPeriod(Instant now) const {
  const auto &period = m_change.after.period;
  return std::clamp(dayOf(now), period.from, period.to - std::chrono::days(1));
}

MidPeriod Steps::restOfPeriod(const ProrationBasis &proration, Instant now) const {
  const auto &state = m_change.after;
  MidPeriod rest;
  rest.credits = termsOf(state);
  rest.whole = anchored(state.periodIndex);
  rest.rest = {dayInPeriod(now), state.period.to};
  if (proration.by != business::Proration::Second)
    return rest;
  const auto whole =
      InstantRange{std::min(boundaryAt(rest.whole.from), state.periodAt.from), state.periodAt.to};
  rest.wholeAt = whole;
  rest.restAt = {std::clamp(proration.at, whole.from, whole.to), whole.to};
  return rest;
}

// A renewal begins where the period before ended, which may be another midnight than the anchored
// one (ADR 16): what begins on the anchor's day is a rest only where it was opened as one.
void Steps::sayRestAt(InvoiceOrder &order) const {
  const auto &state = m_change.after;
  const bool isRest = order.index == state.periodIndex &&
                      (state.restIndex == order.index || order.whole.from < order.period.from);
  const auto from = boundaryAt(order.whole.from);
  if (!isRest || state.periodAt.from <= from ||
      m_around.applied->business.invoice.proration != business::Proration::Second)
    return;
  order.restAt = state.periodAt;
  order.wholeAt = {from, state.periodAt.to};
}

// A contract's own price and limits were agreed for the plan and the interval that it had, whatever
// its version.
void Steps::takeOver(const Alteration &to) {
  auto &state = m_change.after;
  const QString planBefore = state.planId;
  if (to.planVersion && *to.planVersion != state.planVersion) {
    state.planVersion = *to.planVersion;
    state.planId = m_around.applied->planVersion(state.planVersion).plan.id;
    m_change.entitlementsChanged = true;
  }
  if (state.planId != planBefore || (to.interval && *to.interval != state.interval))
    dropContract();
  state.interval = to.interval.value_or(state.interval);
  state.seats = to.seats.value_or(state.seats);
  if (to.currency && *to.currency != state.currency)
    takeCurrency(*to.currency);
  if (to.price)
    state.priceOverride = to.price->minor;
  if (to.item)
    takeOver(*to.item);
  takeOver(to.resold);
}

// What was used until then is billed in what it was sold in.
void Steps::takeCurrency(Currency currency) {
  auto &state = m_change.after;
  m_change.currencyBefore = state.currency;
  for (auto &part : m_change.opened)
    part.currency = state.currency;
  state.currency = currency;
  state.priceOverride.reset();
}

std::int64_t Steps::mrrOnceScheduled() const {
  const auto &state = m_change.after;
  if (!standsOn(state.scheduled))
    return state.mrrTwelfths;
  Steps then(*this);
  then.takeOver(alterationOf(state.scheduled));
  return mrrTwelfths(then.state(), m_around);
}

void Steps::dropContract() {
  auto &state = m_change.after;
  state.priceOverride.reset();
  if (std::exchange(state.ownLimits, {}).empty())
    return;
  m_change.entitlementsChanged = true;
}

// What runs is counted under them as a whole: it was not billed yet.
void Steps::setLimits(OwnLimits limits, const QString &reason, Instant now) {
  auto &state = m_change.after;
  m_didMore = true;
  note(u"subscription.changed"_s, {{"limits", toJson(limits)},
                                   {"limits_before", toJson(state.ownLimits)},
                                   {"reason", reason.toStdString()}});
  const auto before = std::exchange(state.ownLimits, std::move(limits));
  m_change.entitlementsChanged = true;
  if (!m_change.opened.empty()) {
    m_change.opened.back().ownLimits = partLimits();
    return;
  }
  m_change.limitsAt = now;
  m_change.limits = partLimits();
  // Of other metrics the part keeps what was paid for within it.
  for (const auto &[metric, limit] : state.ownLimits)
    if (const auto was = before.find(metric); was == before.end() || was->second != limit)
      m_change.limitsOf.push_back(metric);
  for (const auto &[metric, limit] : before)
    if (!state.ownLimits.contains(metric))
      m_change.limitsOf.push_back(metric);
}

void Steps::applyScheduled(LocalDay boundary) {
  auto &state = m_change.after;
  if (!standsOn(state.scheduled))
    return;
  const Terms before = termsOf(state);
  const QString planBefore = state.planId;
  const Currency currencyBefore = state.currency;
  const auto to = alterationOf(state.scheduled);
  m_didMore = true;
  state.scheduled = {};
  takeOver(to);
  if (state.interval != before.interval) {
    state.anchor = boundary;
    state.anchorIndex = state.periodIndex + 1;
  }
  noteAlteration(before, planBefore, currencyBefore);
}

void Steps::beginAnew(Instant now) {
  auto &state = m_change.after;
  const bool bySecond = m_around.applied->business.invoice.proration == business::Proration::Second;
  state.anchor = dayInPeriod(now);
  state.anchorTime = bySecond ? m_around.zone.timeOfDay(now) : 0us;
  state.anchorIndex = state.periodIndex + 1;
  const Instant at = std::max(now, state.periodAt.from);
  openPeriod(state.anchorIndex, at);
  const auto part = m_change.opened.back();
  m_change.opened.pop_back();
  replacePart(part);
}

// The part that runs ends where this one begins; where it begins there itself, it becomes this one.
void Steps::replacePart(UsagePart part) {
  auto &opened = m_change.opened;
  part.ownLimits = partLimits();
  if (!opened.empty() && opened.back().at.from >= part.at.from) {
    opened.back() = part; // opened by this very change
    return;
  }
  cutPart(part.at.from);
  opened.push_back(part);
}

void Steps::cutPart(Instant at) {
  auto &opened = m_change.opened;
  if (opened.empty()) {
    m_change.cutPartAt = at;
    return;
  }
  opened.back().at.to = std::max(at, opened.back().at.from + 1us);
  opened.back().days.to =
      std::max(m_around.zone.dayOf(at), opened.back().days.from + std::chrono::days(1));
}

void Steps::noteAlteration(const Terms &before, const QString &planBefore,
                           Currency currencyBefore) {
  const auto &state = m_change.after;
  const Terms after = termsOf(state);
  QString type = u"subscription.changed"_s;
  const auto was = costOf(before, state.currency, m_around);
  const auto is = costOf(after, state.currency, m_around);
  if (planBefore != state.planId && currencyBefore == state.currency && is != was)
    type = is > was ? u"subscription.upgraded"_s : u"subscription.downgraded"_s;
  nlohmann::json payload{{"plan", state.planId.toStdString()},
                         {"plan_before", planBefore.toStdString()},
                         {"interval", tenantry::toString(after.interval).toStdString()},
                         {"interval_before", tenantry::toString(before.interval).toStdString()},
                         {"seats", after.seats},
                         {"seats_before", before.seats}};
  if (after.priceOverride != before.priceOverride) {
    payload["price"] = priceJson(after.priceOverride);
    payload["price_before"] = priceJson(before.priceOverride);
  }
  if (currencyBefore != state.currency) {
    payload["currency"] = state.currency.code().toStdString();
    payload["currency_before"] = currencyBefore.code().toStdString();
  }
  noteAddons(before.items, after.items, payload);
  note(type, std::move(payload));
}

} // namespace tenantry::subscriptions
