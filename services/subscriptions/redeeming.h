// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"

namespace tenantry::subscriptions {

/// The coupon, if it can be redeemed on that day. Errors `coupon.unknown`, `coupon.expired`.
[[nodiscard]] Result<business::Coupon> redeemable(const business::Applied &applied,
                                                  const QString &id, LocalDay today);

/// Redeems a coupon for a live subscription, from its next recurring invoice on. Errors
/// `subscription.not_found`, `coupon.unknown`, `coupon.expired`, `coupon.exhausted`,
/// `coupon.wrong_currency`, `coupon.redeemed`.
[[nodiscard]] Result<> redeem(store::Session &session, business::AppliedBusiness &business,
                              const OrganizationId &organization, const QString &couponId);

} // namespace tenantry::subscriptions
