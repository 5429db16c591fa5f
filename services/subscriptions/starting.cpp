// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/starting.h"

#include "services/subscriptions/redeeming.h"
#include "services/subscriptions/taxation.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

constexpr int longestTrial = 365;

/// The one before it, whether it has ended or not; none where there never was one.
Result<std::optional<Subscription>> oneBefore(SubscriptionService &service,
                                              const OrganizationId &organization) {
  auto before = service.latest(organization);
  if (before)
    return std::optional(std::move(*before));
  if (before.error().code == "subscription.not_found"_L1)
    return std::optional<Subscription>();
  return tl::unexpected(before.error());
}

Result<> checkAsked(const StartRequest &request) {
  const int days = request.trialDays.value_or(0);
  if (days < 0 || days > longestTrial)
    return fail(u"subscription.trial_invalid"_s,
                u"A trial has no more than %1 days."_s.arg(longestTrial));
  if (request.priceOverride.value_or(0) < 0)
    return fail(u"subscription.price_invalid"_s, u"A price is not below zero."_s);
  return {};
}

Start startOf(const StartRequest &request, const organizations::Organization &organization,
              const business::PlanVersion &version) {
  Start start;
  start.organization = organization.id;
  start.planVersion = version.id;
  start.interval = request.interval;
  start.currency = request.currency.value_or(organization.currency);
  start.seats = request.seats;
  start.trialDays = request.trialDays.value_or(0);
  start.priceOverride = request.priceOverride;
  return start;
}

/// Usage is counted on from one that ended this very instant.
std::optional<Instant> countedFrom(const std::optional<Subscription> &before, Instant now) {
  if (!before || before->periodAt.to > now + std::chrono::microseconds(1))
    return std::nullopt;
  return before->periodAt.to;
}

/// It is due at once where no trial comes before it.
Change withFirstInvoice(Change begun, const Surroundings &around, Instant now) {
  auto ahead = advance(std::move(begun.after), around, now);
  begun.after = std::move(ahead.after);
  begun.orders = std::move(ahead.orders);
  std::move(ahead.events.begin(), ahead.events.end(), std::back_inserter(begun.events));
  return begun;
}

} // namespace

Result<PreparedStart> prepareStart(store::Session &session, business::AppliedBusiness &business,
                                   const StartRequest &request, FirstInvoice first) {
  SubscriptionService service(session, business);
  const auto id = request.organization;
  TENANTRY_CHECK(checkAsked(request));
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(id));
  if (organization.status == organizations::Status::Closed)
    return fail(
        u"organization.closed"_s,
        u"The organization %1 is closed; nothing more can be sold to it."_s.arg(organization.name));
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(version, applied->currentPlan(request.planId));
  TENANTRY_TRY(before, oneBefore(service, id));
  auto start = startOf(request, organization, *version);
  TENANTRY_TRY(limits, limitsThen({}, request.limits, applied->business));
  start.ownLimits = std::move(limits);
  const Instant now = session.clock.now();
  start.countsFrom = countedFrom(before, now);
  if (!request.couponId.isEmpty()) {
    TENANTRY_TRY(coupon,
                 redeemable(session, *applied, request.couponId, organization.zone.dayOf(now)));
    start.coupon = coupon;
  }
  Surroundings around{applied.get(), organization.zone, false,
                      includedTax(taxOf(organization, applied->business))};
  TENANTRY_TRY(change, subscriptions::start(start, around, now));
  if (before && !before->endedAt)
    return fail(u"subscription.exists"_s,
                u"The organization already has a subscription that has not ended."_s);
  PreparedStart prepared;
  prepared.around.applied = applied;
  prepared.around.organizations.emplace(id, std::move(organization));
  prepared.around.surroundings.emplace(id, around);
  prepared.change = first == FirstInvoice::AtOnce ? withFirstInvoice(std::move(change), around, now)
                                                  : std::move(change);
  return prepared;
}

Result<int> usualTrial(store::Session &session, business::AppliedBusiness &business,
                       const OrganizationId &organization, const QString &planId) {
  SubscriptionService service(session, business);
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(version, applied->currentPlan(planId));
  TENANTRY_TRY(before, oneBefore(service, organization));
  return before ? 0 : version->plan.trialDays;
}

} // namespace tenantry::subscriptions
