// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/redeeming.h"

#include "services/subscriptions/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

Result<> checkFits(const Subscription &subscription, const business::Coupon &coupon) {
  if (coupon.amount && coupon.amount->currency() != subscription.currency)
    return fail(u"coupon.wrong_currency"_s,
                u"The coupon %1 is in %2, the subscription in %3."_s.arg(
                    coupon.id, coupon.amount->currency().code(), subscription.currency.code()));
  const auto &redeemed = subscription.redemptions;
  if (std::any_of(redeemed.begin(), redeemed.end(),
                  [&](const Redemption &each) { return each.coupon.id == coupon.id; }))
    return fail(u"coupon.redeemed"_s,
                u"The subscription has already redeemed the coupon %1."_s.arg(coupon.id));
  return {};
}

/// From the next invoice of a period on; a coupon for ever lowers the MRR from now on.
Change withCoupon(const Subscription &before, const business::Coupon &coupon,
                  const Surroundings &surroundings, Instant now) {
  Change change;
  change.revisionBefore = before.revision;
  change.after = before;
  const int from = before.invoiceIndex.value_or(before.periodIndex + 1);
  change.after.redemptions.push_back(
      {coupon, from, coupon.cycles ? std::optional(from + *coupon.cycles) : std::nullopt});
  change.after.mrrTwelfths = mrrTwelfths(change.after, surroundings);
  if (change.after.mrrTwelfths != before.mrrTwelfths)
    change.movements.push_back({before.organization, before.id, before.currency, before.mrrTwelfths,
                                change.after.mrrTwelfths, now});
  change.events.push_back({u"subscription.changed"_s,
                           {{"subscription", before.id.toString().toStdString()},
                            {"coupon", coupon.id.toStdString()}}});
  return change;
}

Failure exhausted(const QString &coupon) {
  return fail(u"coupon.exhausted"_s,
              u"The coupon %1 has been redeemed as often as it allows."_s.arg(coupon));
}

/// Redeemed by others at the same time it may be gone when it is written: that is seen there.
Result<> checkIsLeft(store::Session &session, const business::Coupon &coupon) {
  if (!coupon.redemptions)
    return {};
  TENANTRY_TRY(rows, session.database.query("coupon_redeemed", {{"coupon", coupon.id}}));
  const auto redeemed = rows.isEmpty() ? 0 : rows[0].get<std::int64_t>(0);
  return redeemed < *coupon.redemptions ? Result<>() : exhausted(coupon.id);
}

} // namespace

Result<business::Coupon> redeemable(store::Session &session, const business::Applied &applied,
                                    const QString &id, LocalDay today) {
  const auto found = applied.business.coupons.find(id);
  if (found == applied.business.coupons.end())
    return fail(u"coupon.unknown"_s, u"There is no coupon “%1”."_s.arg(id));
  const auto &coupon = found->second;
  const bool early = coupon.validFrom && today < *coupon.validFrom;
  const bool late = coupon.validTo && today > *coupon.validTo;
  if (!coupon.active)
    return fail(u"coupon.inactive"_s, u"The coupon “%1” is not given out any more."_s.arg(id));
  if (early || late)
    return fail(u"coupon.expired"_s,
                u"The coupon “%1” is not valid on %2."_s.arg(id, toIso(today)));
  TENANTRY_CHECK(checkIsLeft(session, coupon));
  return coupon;
}

Result<Change> prepareRedeeming(store::Session &session, const Subscription &subscription,
                                const SubscriptionService::Around &around,
                                const QString &couponId) {
  const auto &surroundings = around.surroundings.at(subscription.organization);
  const Instant now = session.clock.now();
  TENANTRY_TRY(coupon,
               redeemable(session, *around.applied, couponId, surroundings.zone.dayOf(now)));
  TENANTRY_CHECK(checkFits(subscription, coupon));
  return withCoupon(subscription, coupon, surroundings, now);
}

Result<> writeRedemptions(store::Session &session, const Subscription &subscription, int from) {
  return Repository(session).redeem(subscription, session.clock.now(), from);
}

Result<> writeEndedCoupons(store::Session &session, const Subscription &before,
                           const Subscription &after) {
  for (std::size_t i = 0; i < before.redemptions.size(); ++i) {
    const auto &ends = after.redemptions.at(i).toIndex;
    if (!ends || ends == before.redemptions[i].toIndex)
      continue;
    TENANTRY_CHECK(session.database.execute("subscription_redemption_end",
                                            {{"organization", after.organization},
                                             {"subscription", after.id},
                                             {"position", static_cast<int>(i) + 1},
                                             {"to_index", *ends}}));
  }
  return {};
}

Result<> redeem(store::Session &session, business::AppliedBusiness &business,
                const OrganizationId &organization, const QString &couponId) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, organization));
    SubscriptionService service(session, business);
    TENANTRY_TRY(subscription, service.live(organization));
    TENANTRY_TRY(around, service.surroundings({subscription}));
    TENANTRY_TRY(change, prepareRedeeming(session, subscription, around, couponId));
    TENANTRY_CHECK(service.write({change}, around));
    const auto last = static_cast<int>(change.after.redemptions.size());
    TENANTRY_CHECK(writeRedemptions(session, change.after, last));
    return store::appendEvents(session, organization, change.events);
  });
}

} // namespace tenantry::subscriptions
