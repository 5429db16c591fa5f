// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include <span>

/// Monthly recurring revenue in twelfths of a minor unit, so that yearly prices ÷ 12 stay exact and
/// movements sum.
namespace tenantry::subscriptions {

/// The recurring price of one interval (`gross`, minor units: fee and seats) less the discounts
/// that have no end, in twelfths of a minor unit per month. The coupons count as on an invoice:
/// percentages first, then amounts. Where the price includes tax (in percent), that is taken off,
/// rounded as on an invoice. Limited coupons, usage, trials and tax are no part of it: the caller
/// leaves them out.
[[nodiscard]] std::int64_t
netMrrTwelfths(std::int64_t gross, Interval interval,
               std::span<const business::Coupon> lastingCoupons,
               const std::optional<Rational> &includedTax = std::nullopt);

/// Twelfths, rounded half away from zero to minor units: for display only.
[[nodiscard]] std::int64_t mrrMinor(std::int64_t twelfths);

enum class MrrMovementKind { New, Expansion, Contraction, Churn, Reactivation };
[[nodiscard]] QString toString(MrrMovementKind kind); ///< "new", "expansion", …

/// What a change of an account's MRR is (ANA-2); `everHad`: whether the account had MRR before.
/// There must be a change.
[[nodiscard]] MrrMovementKind classify(std::int64_t beforeTwelfths, std::int64_t afterTwelfths,
                                       bool everHad);

} // namespace tenantry::subscriptions
