// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::catalog {

/// A coupon as it discounts one document: a percentage, or else an amount in minor units of the
/// document's currency.
struct AppliedDiscount {
  QString coupon;
  std::optional<Rational> percent;
  std::int64_t amount = 0;
  bool operator==(const AppliedDiscount &) const = default;
};

[[nodiscard]] AppliedDiscount toDiscount(const business::Coupon &coupon);

/// Percentages first, then fixed amounts, each kind in the order given: that in which a document is
/// discounted.
[[nodiscard]] std::vector<AppliedDiscount> inDocumentOrder(std::vector<AppliedDiscount> discounts);

/// What discounts take, all ≤ 0 but where a line itself is negative. Σ shares[d] = amounts[d].
struct Discounted {
  std::vector<std::int64_t> amounts;             ///< by discount, minor units
  std::vector<std::vector<std::int64_t>> shares; ///< by discount, then by line
};

/// Applies the discounts one after the other, in the order given, each on what those before it left
/// of the sum of the lines, rounded once and never below zero, and shares each over the lines by
/// what is left of them.
[[nodiscard]] Discounted applyDiscounts(const std::vector<std::int64_t> &lines,
                                        const std::vector<AppliedDiscount> &discounts);

} // namespace tenantry::catalog
