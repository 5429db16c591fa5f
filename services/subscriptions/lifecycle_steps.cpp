// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/lifecycle_steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::subscriptions {

namespace {
std::string text(const QString &value) { return value.toStdString(); }
} // namespace

Steps::Steps(Subscription subscription, const Surroundings &surroundings) : m_around(surroundings) {
  m_change.revisionBefore = subscription.startedAt == Instant{} ? 0 : subscription.revision;
  m_change.after = std::move(subscription);
  m_countsIn = m_change.after.currency;
  const auto &dueAt = m_change.after.dueAt;
  if (const Next first = dueAt ? next(Advance::WithInvoices) : Next{};
      dueAt && (first.step == Step::None || *dueAt < first.at))
    m_requestedAt = dueAt; // see SubscriptionService::billLate()
}

void Steps::begin(int trialDays, std::chrono::microseconds boundaryTime, Instant now,
                  Instant countsFrom) {
  auto &state = m_change.after;
  m_change.revisionBefore = 0;
  m_change.entitlementsChanged = true;
  const LocalDay today = m_around.zone.dayOf(now);
  state.anchorTime = boundaryTime;
  state.anchor = today + std::chrono::days(trialDays);
  note(u"subscription.created"_s, {{"plan", text(state.planId)}, {"trial_days", trialDays}});
  if (trialDays > 0) {
    state.status = Status::Trialing;
    state.trialEnd = state.anchor;
    state.trialEndAt = boundaryAt(state.anchor);
    state.periodIndex = -1;
    state.period = {today, state.anchor};
    state.periodAt = {countsFrom, *state.trialEndAt};
    m_change.spans.push_back({today, SpanKind::Trial});
    openPart(false);
    return;
  }
  state.status = Status::Active;
  m_change.spans.push_back({today, SpanKind::Service});
  openPeriod(0, countsFrom);
  note(u"subscription.activated"_s);
  state.invoiceIndex = 0;
  state.invoiceAt = now;
}

Steps::Next Steps::next(Advance what) const {
  const auto &state = m_change.after;
  Next found;
  const auto consider = [&found](Step step, Instant at) {
    if (found.step == Step::None || at < found.at)
      found = {step, at};
  };
  if (state.status == Status::Trialing) {
    if (!state.trialReminded)
      consider(Step::Remind, reminderAt());
    consider(Step::EndTrial, *state.trialEndAt);
  }
  if (mustTellOfExpiry())
    consider(Step::RemindOfExpiry, expiryReminderAt());
  // One that stands still does not renew, but it ends as it was told to.
  const bool endsThen = state.scheduled.action == ScheduledAction::Cancel || !state.autoRenew;
  const bool standsStill = state.status == Status::Suspended || state.status == Status::Paused;
  if (isRunning(state.status) || (standsStill && endsThen))
    consider(Step::Boundary, state.periodAt.to);
  if (state.invoiceAt && what == Advance::WithInvoices)
    consider(Step::Invoice, *state.invoiceAt); // at one instant the boundary comes first
  return found;
}

bool Steps::takeNext(Instant now, Advance what) {
  const Next due = next(what);
  if (due.step == Step::None || due.at > now)
    return false;
  const bool isCycle = due.step == Step::Boundary || due.step == Step::Invoice;
  (isCycle ? m_movedOn : m_didMore) = true;
  switch (due.step) {
  case Step::Remind:
    remind(due.at);
    break;
  case Step::EndTrial:
    endTrial(due.at);
    break;
  case Step::RemindOfExpiry:
    remindOfExpiry();
    break;
  case Step::Boundary:
    passBoundary(due.at);
    break;
  case Step::Invoice:
    orderInvoice(due.at);
    break;
  case Step::None:
    break;
  }
  return true;
}

void Steps::meetRequest(Instant now) {
  if (m_requestedAt && *m_requestedAt <= now)
    m_requestedAt.reset();
}

void Steps::remind(Instant) {
  m_change.after.trialReminded = true;
  note(u"subscription.trial_ending"_s, {{"ends_on", text(toIso(*m_change.after.trialEnd))}});
}

void Steps::remindOfExpiry() {
  auto &state = m_change.after;
  state.expiryToldFor = state.periodIndex;
  note(u"subscription.expiring"_s, {{"ends_on", text(toIso(state.period.to))}});
}

void Steps::endTrial(Instant at) {
  auto &state = m_change.after;
  if (!m_around.hasPaymentMethod) {
    end(Status::Expired, *state.trialEnd, at, at);
    return;
  }
  state.status = Status::Active;
  m_change.entitlementsChanged = true; // the organization becomes active with it
  m_change.spans.push_back({*state.trialEnd, SpanKind::Service});
  applyScheduled(*state.trialEnd);
  openPeriod(0, at);
  note(u"subscription.activated"_s);
  state.invoiceIndex = 0;
  state.invoiceAt = at;
  settleMrr(at);
}

void Steps::passBoundary(Instant at) {
  auto &state = m_change.after;
  const int index = state.periodIndex + 1;
  const Instant invoiceAt = at + grace();
  if (state.scheduled.action == ScheduledAction::Cancel || !state.autoRenew) {
    const auto as =
        state.scheduled.action == ScheduledAction::Cancel ? Status::Cancelled : Status::Expired;
    end(as, state.period.to, at, invoiceAt);
    return;
  }
  applyScheduled(state.period.to);
  openPeriod(index, at);
  // One by one: a list of pairs would be built as arrays first, for each renewal of a run.
  nlohmann::json payload;
  payload["period_from"] = text(toIso(state.period.from));
  payload["period_to"] = text(toIso(state.period.to));
  note(u"subscription.renewed"_s, std::move(payload));
  if (!state.invoiceAt) {
    state.invoiceIndex = index;
    state.invoiceAt = invoiceAt;
  }
  settleMrr(at);
}

void Steps::orderInvoice(Instant at) {
  const int index = *m_change.after.invoiceIndex;
  m_change.orders.push_back(makeOrder(index, at));
  // What comes late to who stands still by wish waits for no boundary: none may ever come.
  m_change.orders.back().isBeside = m_change.after.status == Status::Paused;
  planInvoiceAfter(index, at);
}

InvoiceOrder Steps::makeOrder(int index, Instant at) const {
  const auto &state = m_change.after;
  InvoiceOrder order;
  order.organization = state.organization;
  order.subscription = state.id;
  order.index = index;
  order.at = at;
  order.opensPeriod = index <= state.periodIndex;
  order.whole = order.opensPeriod ? anchored(index) : DayRange{};
  order.period = order.whole;
  if (index == state.periodIndex) // after a suspension it may begin within the anchored one
    order.period.from = std::max(order.whole.from, state.period.from);
  sayRestAt(order);
  order.closes = closingInstant(order);
  if (index < state.periodIndex)
    order.closesBy = order.period.from;
  order.planVersion = state.planVersion;
  order.interval = state.interval;
  order.currency = state.currency;
  order.seats = state.seats;
  order.priceOverride = state.priceOverride;
  order.items = state.items;
  std::copy_if(state.redemptions.begin(), state.redemptions.end(),
               std::back_inserter(order.redemptions),
               [index](const Redemption &redemption) { return redemption.holdsFor(index); });
  return order;
}

Instant Steps::closingInstant(const InvoiceOrder &order) const {
  if (!order.opensPeriod)
    return m_change.after.periodAt.to;
  if (order.index == m_change.after.periodIndex)
    return m_change.after.periodAt.from;
  return order.index == 0 ? m_change.after.startedAt : boundaryAt(order.period.from);
}

// Awaiting usage may outlast a boundary or the end: then the next invoice waits already.
void Steps::planInvoiceAfter(int index, Instant at) {
  auto &state = m_change.after;
  const bool ended = hasEnded(state.status);
  state.invoiceIndex.reset();
  state.invoiceAt.reset();
  if (index >= state.periodIndex + (ended ? 1 : 0)) {
    if (ended) // of what comes late
      state.invoiceIndex = index + 1;
    return;
  }
  state.invoiceIndex = index + 1;
  const bool opens = index + 1 <= state.periodIndex;
  const Instant boundary = !opens                           ? state.periodAt.to
                           : index + 1 == state.periodIndex ? state.periodAt.from
                                                            : boundaryAt(anchored(index + 1).from);
  state.invoiceAt = std::max(at, boundary + grace());
}

Result<> Steps::schedule(Scheduled scheduled) {
  if (scheduled == m_change.after.scheduled)
    return fail(u"subscription.no_change"_s,
                scheduled.action == ScheduledAction::None
                    ? u"Nothing is scheduled for this subscription."_s
                    : u"That is already scheduled for the end of the period."_s);
  m_didMore = true;
  m_change.after.scheduled = std::move(scheduled);
  const auto action = m_change.after.scheduled.action;
  note(u"subscription.changed"_s,
       {{"scheduled", action == ScheduledAction::None ? "none" : text(toString(action))}});
  return {};
}

void Steps::renewByItself(bool on) {
  if (on == std::exchange(m_change.after.autoRenew, on))
    return;
  m_didMore = true;
  note(u"subscription.changed"_s, {{"auto_renew", on}});
}

void Steps::endNow(Status as, Instant now) {
  auto &state = m_change.after;
  const LocalDay today = dayOf(now);
  if (now >= state.periodAt.to) { // suspended for longer than its period
    end(as, today, now, now);
    return;
  }
  state.periodAt.to = std::max(now, state.periodAt.from + 1us);
  cutPart(state.periodAt.to);
  state.period.to = std::max(today, state.period.from + std::chrono::days(1));
  end(as, state.period.to, now, now);
}

// What lists show of it changes with each of these, so its organization's facts are written anew.
void Steps::becomePastDue() {
  m_change.after.status = Status::PastDue;
  m_change.after.statusReason = paymentOverdue;
  m_change.entitlementsChanged = true;
  note(u"subscription.changed"_s, {{"status", "past_due"}});
}

void Steps::becomeActive() {
  m_change.after.status = Status::Active;
  m_change.after.statusReason.clear();
  m_change.entitlementsChanged = true;
  note(u"subscription.changed"_s, {{"status", "active"}});
}

void Steps::suspend(Instant now) {
  auto &state = m_change.after;
  state.status = Status::Suspended;
  state.statusReason = paymentOverdue;
  m_change.entitlementsChanged = true;
  m_change.spans.push_back({dayOf(now), SpanKind::Suspension});
  note(u"subscription.suspended"_s, {{"reason", text(paymentOverdue)}});
  settleMrr(now);
}

void Steps::endSuspension(Instant now) {
  becomeActive();
  m_change.spans.push_back({dayOf(now), SpanKind::Service});
  note(u"subscription.reactivated"_s);
  if (now >= m_change.after.periodAt.to)
    openRestOfPeriod(now);
  settleMrr(now);
}

// The first boundary that it stood through is the period's end that a change waited for. Periods
// that passed as a whole are none of its own: they are not counted, and use up no coupon's cycle.
void Steps::openRestOfPeriod(Instant now) {
  auto &state = m_change.after;
  const LocalDay before = state.period.to;
  const int index = state.periodIndex + 1;
  applyScheduled(before);
  while (boundaryAt(anchored(index).to) <= now)
    --state.anchorIndex;
  openPeriod(index, now);
  state.period.from = std::max(before, dayInPeriod(now));
  m_change.opened.back().days = state.period;
  state.restIndex = index;
  state.invoiceIndex = index;
  state.invoiceAt = now;
}

void Steps::end(Status as, LocalDay on, Instant at, Instant invoiceAt) {
  auto &state = m_change.after;
  const bool billed = state.status != Status::Trialing;
  state.status = as;
  state.endedAt = at;
  state.scheduled = {};
  m_change.spans.push_back({on, std::nullopt});
  m_change.entitlementsChanged = true;
  if (as == Status::Cancelled)
    note(u"subscription.cancelled"_s);
  else
    note(u"subscription.expired"_s, {{"trial", !billed}});
  settleMrr(at);
  if (billed && !state.invoiceAt) {
    state.invoiceIndex = state.periodIndex + 1;
    state.invoiceAt = invoiceAt;
  }
}

// It begins at the very instant that the one before it ended, which may have been a midnight of
// another zone, or of this one by other rules: only its own end is reckoned now.
void Steps::openPeriod(int index, Instant at) {
  auto &state = m_change.after;
  state.periodIndex = index;
  state.period = anchored(index);
  const Instant to = boundaryAt(state.period.to);
  state.periodAt = {std::min(at, to - 1us), to};
  openPart(true);
}

void Steps::openPart(bool billable) {
  const auto &state = m_change.after;
  m_change.opened.push_back({state.organization, state.id, state.planVersion, state.periodAt,
                             state.periodAt.from, state.period, billable, partLimits()});
}

void Steps::note(const QString &type, nlohmann::json payload) {
  payload["subscription"] = text(m_change.after.id.toString());
  m_change.events.push_back({type, std::move(payload)});
}

Change Steps::finish(Instant now) && {
  settleMrr(now);
  const Next due = next(Advance::WithInvoices);
  auto &dueAt = m_change.after.dueAt;
  dueAt = due.step == Step::None ? std::nullopt : std::optional(due.at);
  if (m_requestedAt && !hasEnded(m_change.after.status))
    dueAt = std::min(*m_requestedAt, dueAt.value_or(*m_requestedAt));
  m_change.cycleOnly = m_movedOn && !m_didMore && !m_change.entitlementsChanged;
  return std::move(m_change);
}

Instant Steps::boundaryAt(LocalDay day) const {
  const auto &state = m_change.after;
  return state.anchorTime == 0us ? m_around.zone.midnight(day)
                                 : m_around.zone.at(day, state.anchorTime);
}

LocalDay Steps::dayOf(Instant now) const {
  const LocalDay day = m_around.zone.dayOf(now);
  return m_around.latestDay ? std::max(day, *m_around.latestDay) : day;
}

std::chrono::hours Steps::grace() const {
  const auto &business = m_around.applied->business;
  const auto &plan = m_around.applied->planVersion(m_change.after.planVersion).plan;
  return std::chrono::hours(plan.charges.empty() ? 0 : business.usageGraceHours);
}

Instant Steps::reminderAt() const {
  return boundaryAt(*m_change.after.trialEnd - trialReminderBefore);
}

// Whoever cancelled knows when it ends, and of a trial's end another event tells. Once a period:
// renewal may be switched off and on as often as one likes.
bool Steps::mustTellOfExpiry() const {
  const auto &state = m_change.after;
  return !state.autoRenew && state.scheduled.action != ScheduledAction::Cancel &&
         state.status != Status::Trialing && !hasEnded(state.status) &&
         state.expiryToldFor != state.periodIndex;
}

Instant Steps::expiryReminderAt() const {
  const auto &state = m_change.after;
  const auto days = expiryReminderBefore(state.interval);
  return std::max(state.periodAt.from, boundaryAt(state.period.to - days));
}

} // namespace tenantry::subscriptions
