// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/subscription_changes.h"

#include "services/billing/change_picture.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"

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
void remember(const PlannedInvoice &planned, BilledBook &book) {
  for (const auto &span : planned.billedSpans) {
    BilledLine line;
    line.ref = {planned.invoice.id, span.lineNo};
    line.span = span.days;
    line.draft = planned.lines[static_cast<std::size_t>(span.lineNo - 1)].draft;
    line.state.billed = {line.draft.amount, line.draft.discountShare, line.draft.taxShare};
    line.state.priceIncludesTax = line.draft.rate && line.draft.rate->inclusive;
    book.lines.push_back(std::move(line));
    book.elsewhere = false;
  }
  const auto due = planned.invoice.total - planned.balanceUsed;
  if (!planned.staysDraft && due > 0)
    book.open.emplace_back(planned.invoice.id, due);
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
  enterParts(ahead, book);
  for (const auto &order : ahead.orders) {
    auto planned = planInvoice(order, organization, *around.applied, book, order.at);
    if (!planned.lines.empty())
      return planned;
  }
  return {};
}

} // namespace

Result<Change> SubscriptionChanges::decide(const ChangeRequest &request, const Subscription &live,
                                           const Surroundings &around, Instant prorateAt) {
  const Instant now = m_session.clock.now();
  const ProrationBasis proration{
      request.proration.value_or(around.applied->business.invoice.proration), prorateAt};
  switch (request.kind) {
  case ChangeRequest::Kind::Cancel:
    if (request.when == subscriptions::When::PeriodEnd)
      return subscriptions::cancel(live, around, now, true);
    return subscriptions::cancelNow(live, around, now, request.credit, proration);
  case ChangeRequest::Kind::Pause:
    return subscriptions::pause(live, around, now, proration);
  case ChangeRequest::Kind::Resume:
    return subscriptions::resume(live, around, now);
  case ChangeRequest::Kind::Alter:
    break;
  }
  subscriptions::Alteration to;
  to.interval = request.interval;
  to.seats = request.seats;
  if (!request.planId.isEmpty() && request.planId != live.planId) {
    TENANTRY_TRY(version, around.applied->currentPlan(request.planId));
    to.planVersion = version->id;
  }
  return subscriptions::alter(live, around, now, to, request.when, proration);
}

Result<SubscriptionChanges::Computed> SubscriptionChanges::compute(const ChangeRequest &request,
                                                                   Instant prorateAt) {
  SubscriptionService service(m_session, m_business);
  const auto id = request.organization;
  TENANTRY_TRY(live, service.live(id));
  TENANTRY_TRY(around, service.surroundings({live}));
  const auto &surroundings = around.surroundings.at(id);
  const auto &organization = around.organizations.at(id);
  const auto &applied = *around.applied;
  TENANTRY_TRY(change, decide(request, live, surroundings, prorateAt));
  TENANTRY_TRY(book, loadDueBook(m_session, {id}, applied));
  TENANTRY_TRY(billed, loadBilledBook(m_session, id, live.id, firstDayAsked(change),
                                      applied.business.taxRates));
  book.billed[id] = std::move(billed);
  enterParts(change, book);

  ChangePicture picture;
  picture.at = prorateAt;
  picture.before = live;
  picture.after = change.after;
  picture.balanceBefore = book.balances[id][live.currency];
  for (const auto &order : change.orders) {
    auto planned = planInvoice(order, organization, applied, book, m_session.clock.now());
    if (order.midPeriod) {
      picture.document = std::move(planned);
      continue;
    }
    remember(planned, book.billed[id]);
    picture.awaited.push_back(std::move(planned));
  }
  picture.balanceAfter = book.balances[id][live.currency];
  picture.next = nextInvoice(change.after, surroundings, organization, book);
  return Computed{std::move(around), std::move(change), std::move(picture)};
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
