// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"

namespace tenantry::subscriptions {

/// The coupon, if it can be redeemed on that day. Errors `coupon.unknown`, `coupon.inactive`,
/// `coupon.expired`, `coupon.exhausted`.
[[nodiscard]] Result<business::Coupon> redeemable(store::Session &session,
                                                  const business::Applied &applied,
                                                  const QString &id, LocalDay today);

/// What it comes to for a live subscription, from its next recurring invoice on. Errors as of
/// redeemable(), `coupon.wrong_currency`, `coupon.redeemed`.
[[nodiscard]] Result<Change> prepareRedeeming(store::Session &session,
                                              const Subscription &subscription,
                                              const SubscriptionService::Around &around,
                                              const QString &couponId);

/// Counts and writes its redemptions from that position on, once the subscription is written.
/// Error `coupon.exhausted`, where others were faster.
[[nodiscard]] Result<> writeRedemptions(store::Session &session, const Subscription &subscription,
                                        int from);

/// Writes of which redemptions the end became another one.
[[nodiscard]] Result<> writeEndedCoupons(store::Session &session, const Subscription &before,
                                         const Subscription &after);

/// Redeems a coupon for a live subscription. Errors `subscription.not_found` and those of
/// prepareRedeeming().
[[nodiscard]] Result<> redeem(store::Session &session, business::AppliedBusiness &business,
                              const OrganizationId &organization, const QString &couponId);

} // namespace tenantry::subscriptions
