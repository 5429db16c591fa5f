// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/subscription_changes.h"

#include "services/billing/change_picture.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/subscriptions/redeeming.h"
#include "services/subscriptions/starting.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

using subscriptions::Change;
using subscriptions::ProrationBasis;
using subscriptions::Subscription;
using subscriptions::SubscriptionService;
using subscriptions::Surroundings;

/// A change with everything decided and nothing written.
struct SubscriptionChanges::Computed {
  SubscriptionService::Around around;
  Change change;
  ChangePicture picture;
};

namespace {

/// A picture that is older is one of another time: fractions of seconds are then taken anew.
constexpr std::chrono::minutes freshFor{15};

/// What an invoice of this very change bills may be credited by it.
void remember(const PlannedInvoice &planned, DueBook &all) {
  auto &book = all.billed[planned.invoice.organization];
  for (const auto &span : planned.billedSpans) {
    BilledLine line;
    line.ref = {planned.invoice.id, span.lineNo};
    line.span = span.days;
    line.draft = planned.lines[static_cast<std::size_t>(span.lineNo - 1)].draft;
    line.state.billed = {line.draft.amount, line.draft.discountShare, line.draft.taxShare};
    line.state.priceIncludesTax = line.draft.rate && line.draft.rate->inclusive;
    book.elsewhere = book.elsewhere && !line.isOfPlan();
    book.lines.push_back(std::move(line));
  }
  const auto due = planned.invoice.total - planned.balanceUsed;
  if (!planned.staysDraft && due > 0)
    book.open.emplace_back(planned.invoice.id, due);
  if (!planned.staysDraft || planned.lines.empty())
    return;
  StoredDraft draft{planned.invoice, {}, {}};
  for (const auto &line : planned.lines) {
    draft.lines.push_back(asStored(line, static_cast<int>(draft.lines.size()) + 1));
    if (line.credits)
      draft.credits.lines.insert(draft.lines.back().lineNo);
  }
  all.drafts[planned.invoice.organization].emplace(planned.invoice.id, std::move(draft));
}

LocalDay firstDayAsked(const Change &change) {
  LocalDay first = change.after.period.from;
  for (const auto &order : change.orders)
    if (order.midPeriod)
      first = std::min(first, order.midPeriod->rest.from);
  return first;
}

/// The invoice that comes after the change, if nothing else happens until then.
std::optional<PlannedInvoice> nextInvoice(const Subscription &after, const Surroundings &around,
                                          const organizations::Organization &organization,
                                          DueBook &book) {
  const auto &business = around.applied->business;
  const auto until = after.periodAt.to + std::chrono::hours(business.usageGraceHours);
  const auto ahead = subscriptions::advance(after, around, until);
  enterParts(ahead, around.zone, book);
  for (const auto &order : ahead.orders) {
    std::vector<PlannedInvoice> documents;
    planInvoices(order, organization, *around.applied, book, order.at, documents);
    std::erase_if(documents, [](const PlannedInvoice &planned) { return planned.lines.empty(); });
    if (!documents.empty()) // the invoice, after the credit note that may come before it
      return std::move(documents.back());
  }
  return {};
}

/// No day is billed twice, in whatever zone.
Result<> knowBilled(store::Session &session, const Subscription &live, Surroundings &around) {
  TENANTRY_TRY(latest, session.database.one<std::optional<LocalDay>>(
                           "billed_latest_day",
                           {{"organization", live.organization}, {"subscription", live.id}}));
  if (const auto day = std::get<0>(*latest))
    around.latestDay = std::max(*day, around.latestDay.value_or(*day));
  return {};
}

/// Of another currency that waits.
std::vector<QString> unchargedThen(const Subscription &after, const business::Applied &applied) {
  const auto currency = subscriptions::currencyThen(after.scheduled, after.currency);
  if (currency == after.currency)
    return {};
  const auto to = subscriptions::alterationOf(after.scheduled);
  const auto &charges =
      applied.planVersion(to.planVersion.value_or(after.planVersion)).plan.charges;
  std::set<QString> metrics;
  for (const auto &charge : charges)
    metrics.insert(charge.metric);
  for (const auto &charge : charges)
    if (charge.currency == currency)
      metrics.erase(charge.metric);
  return {metrics.begin(), metrics.end()};
}

Result<const business::Addon *> soldAs(const QString &id, const business::Business &business) {
  const auto sold = business.addons.find(id);
  if (sold == business.addons.end())
    return fail(u"addon.unknown"_s, u"There is no add-on “%1” on sale."_s.arg(id));
  return &sold->second;
}

/// What the subscription has of it stays as it was sold; else as it is sold now.
Result<subscriptions::Item> itemOf(const ChangeRequest &request, const Subscription &live,
                                   const business::Business &business) {
  if (const auto held = live.items.find(request.addonId); held != live.items.end())
    return subscriptions::Item{held->second.addon, request.quantity};
  TENANTRY_TRY(sold, soldAs(request.addonId, business));
  return subscriptions::Item{*sold, request.quantity};
}

Result<Change> altered(const ChangeRequest &request, const Subscription &live,
                       const Surroundings &around, Instant now, const ProrationBasis &proration) {
  subscriptions::Alteration to;
  to.interval = request.interval;
  to.seats = request.seats;
  to.price = request.price;
  to.currency = request.currency;
  const auto plan = request.planId.isEmpty() ? live.planId : request.planId;
  if (request.toNewestVersion || plan != live.planId) {
    TENANTRY_TRY(version, around.applied->currentPlan(plan));
    to.planVersion = version->id;
  }
  if (!request.addonId.isEmpty()) {
    TENANTRY_TRY(item, itemOf(request, live, around.applied->business));
    to.item = std::move(item);
  }
  for (const auto &id : request.addonsResold) {
    TENANTRY_TRY(sold, soldAs(id, around.applied->business));
    to.resold.push_back(*sold);
  }
  return subscriptions::alter(live, around, now, to, request.when, proration);
}

/// The reason stands where the end is told of, now or as scheduled.
Result<Change> ending(const ChangeRequest &request, const Subscription &live,
                      const Surroundings &around, Instant now, const ProrationBasis &proration) {
  auto change = request.when == subscriptions::When::PeriodEnd
                    ? subscriptions::cancel(live, around, now, true)
                    : subscriptions::cancelNow(live, around, now, request.credit, proration);
  if (!change || request.reason.isEmpty())
    return change;
  for (auto &event : change->events)
    if (event.type == "subscription.cancelled"_L1 || event.payload.contains("scheduled"))
      event.payload["reason"] = request.reason.toStdString();
  return change;
}

Result<Change> renewing(const Subscription &live, const Surroundings &around, Instant now,
                        bool renews) {
  if (live.autoRenew == renews)
    return fail(u"subscription.no_change"_s,
                renews ? u"The subscription already renews by itself."_s
                       : u"The subscription already ends with its period."_s);
  return subscriptions::renewByItself(live, around, now, renews);
}

Result<Change> ruled(store::Session &session, const ChangeRequest &request,
                     const Subscription &live, const SubscriptionService::Around &all,
                     Instant prorateAt) {
  const auto &around = all.surroundings.at(request.organization);
  const Instant now = session.clock.now();
  const ProrationBasis proration{
      request.proration.value_or(around.applied->business.invoice.proration), prorateAt};
  switch (request.kind) {
  case ChangeRequest::Kind::Cancel:
    return ending(request, live, around, now, proration);
  case ChangeRequest::Kind::Pause:
    return subscriptions::pause(live, around, now, proration);
  case ChangeRequest::Kind::Resume:
    return subscriptions::resume(live, around, now);
  case ChangeRequest::Kind::Redeem:
    return subscriptions::prepareRedeeming(session, live, all, request.couponId);
  case ChangeRequest::Kind::EndCoupon:
    return subscriptions::endCoupon(live, around, now, request.couponId, request.when,
                                    request.reason);
  case ChangeRequest::Kind::Renewal:
    return renewing(live, around, now, request.renews);
  case ChangeRequest::Kind::Limits:
    return subscriptions::setLimits(live, around, now, request.limits, request.reason,
                                    request.limitsAsSet);
  case ChangeRequest::Kind::Unschedule:
    return subscriptions::unschedule(live, around, now);
  case ChangeRequest::Kind::Start:
  case ChangeRequest::Kind::Alter:
    break;
  }
  return altered(request, live, around, now, proration);
}

} // namespace

/// A trial is shown as it goes on with a payment method: without one nothing is ever billed.
Result<SubscriptionChanges::Computed>
SubscriptionChanges::decideStart(const ChangeRequest &request) {
  subscriptions::StartRequest start;
  start.organization = request.organization;
  start.planId = request.planId;
  start.interval = request.interval.value_or(Interval::Month);
  start.seats = request.seats.value_or(1);
  start.trialDays = request.trialDays;
  start.couponId = request.couponId;
  start.priceOverride = request.priceOverride;
  start.limits = request.limits;
  TENANTRY_TRY(prepared, subscriptions::prepareStart(m_session, m_business, start,
                                                     subscriptions::FirstInvoice::AtOnce));
  Computed computed{std::move(prepared.around), std::move(prepared.change), {}};
  computed.around.surroundings.at(request.organization).hasPaymentMethod = true;
  computed.picture.before.organization = request.organization;
  computed.picture.before.currency = computed.change.after.currency;
  return computed;
}

Result<SubscriptionChanges::Computed> SubscriptionChanges::decide(const ChangeRequest &request,
                                                                  Instant prorateAt) {
  if (request.kind == ChangeRequest::Kind::Start)
    return decideStart(request);
  SubscriptionService service(m_session, m_business);
  TENANTRY_TRY(live, service.live(request.organization));
  TENANTRY_TRY(around, service.surroundingsNow(live));
  TENANTRY_CHECK(knowBilled(m_session, live, around.surroundings.at(request.organization)));
  TENANTRY_TRY(change, ruled(m_session, request, live, around, prorateAt));
  Computed computed{std::move(around), std::move(change), {}};
  computed.picture.before = std::move(live);
  return computed;
}

Result<SubscriptionChanges::Computed> SubscriptionChanges::compute(const ChangeRequest &request,
                                                                   Instant prorateAt) {
  const auto id = request.organization;
  TENANTRY_TRY(computed, decide(request, prorateAt));
  const auto &change = computed.change;
  const auto &surroundings = computed.around.surroundings.at(id);
  const auto &organization = computed.around.organizations.at(id);
  const auto &applied = *computed.around.applied;
  TENANTRY_TRY(book, loadDueBook(m_session, {id}, applied));
  TENANTRY_TRY(billed, loadBilledBook(m_session, id, change.after.id, firstDayAsked(change),
                                      applied.business.taxRates));
  DocumentKeys among;
  for (const auto &line : billed.lines)
    among.add(id, line.ref.document);
  TENANTRY_CHECK(loadDrafts(m_session, among, book.drafts));
  book.billed[id] = std::move(billed);
  enterParts(change, surroundings.zone, book);

  auto &picture = computed.picture;
  picture.at = prorateAt;
  picture.after = change.after;
  picture.mrrOnceScheduled = subscriptions::mrrOnceScheduled(change.after, surroundings);
  picture.uncharged = unchargedThen(change.after, applied);
  picture.balanceBefore = book.balances[id][change.after.currency];
  for (const auto &order : change.orders) {
    std::vector<PlannedInvoice> documents;
    planInvoices(order, organization, applied, book, m_session.clock.now(), documents);
    if (order.midPeriod || picture.begins()) {
      if (!documents.back().lines.empty() || !picture.begins())
        picture.document = std::move(documents.back());
      documents.pop_back(); // before it may come what was sold in another currency
    }
    for (auto &planned : documents) {
      remember(planned, book);
      picture.awaited.push_back(std::move(planned));
    }
  }
  picture.balanceAfter = book.balances[id][change.after.currency];
  using Kind = ChangeRequest::Kind;
  if (request.kind == Kind::Redeem || request.kind == Kind::EndCoupon ||
      request.kind == Kind::Unschedule) {
    auto without = book;
    picture.nextWithout = nextInvoice(picture.before, surroundings, organization, without);
  }
  picture.next = nextInvoice(change.after, surroundings, organization, book);
  return computed;
}

Result<ChangePicture> SubscriptionChanges::preview(const ChangeRequest &request) {
  return m_session.database.transaction([&]() -> Result<ChangePicture> {
    TENANTRY_TRY(computed, compute(request, m_session.clock.now()));
    return std::move(computed.picture);
  });
}

Result<ChangePicture> SubscriptionChanges::act(const ChangeRequest &request,
                                               const std::optional<SeenPicture> &seen) {
  return m_session.database.transaction([&]() -> Result<ChangePicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    if (request.kind == ChangeRequest::Kind::Limits && request.reason.trimmed().isEmpty())
      return fail(u"subscription.reason_missing"_s, u"Say why the contract gets other limits."_s);
    const Instant now = m_session.clock.now();
    const bool isFresh = seen && seen->at <= now && now - seen->at <= freshFor;
    TENANTRY_TRY(computed, compute(request, isFresh ? seen->at : now));
    if (seen)
      TENANTRY_CHECK(checkSeen(*seen, computed.picture));
    TENANTRY_CHECK(write(computed));
    return std::move(computed.picture);
  });
}

Result<> SubscriptionChanges::write(Computed &computed) {
  SubscriptionService service(m_session, m_business);
  const auto &change = computed.change;
  TENANTRY_CHECK(service.write({change}, computed.around));
  const auto redeemed = computed.picture.before.redemptions.size();
  if (change.after.redemptions.size() > redeemed)
    TENANTRY_CHECK(
        subscriptions::writeRedemptions(m_session, change.after, static_cast<int>(redeemed) + 1));
  if (!computed.picture.begins())
    TENANTRY_CHECK(
        subscriptions::writeEndedCoupons(m_session, computed.picture.before, change.after));
  std::vector<store::BulkEvent> events;
  for (const auto &event : change.events)
    events.push_back({change.after.organization, event});
  InvoiceWriter writer(m_session, *computed.around.applied);
  auto awaited = computed.picture.awaited;
  TENANTRY_CHECK(writer.write(awaited, events));
  if (computed.picture.document) {
    std::vector documents{*computed.picture.document};
    TENANTRY_CHECK(writer.write(documents, events));
  }
  return store::appendEventsBulk(m_session, events);
}

} // namespace tenantry::billing
