// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/discount.h"

#include "services/catalog/sharing.h"

#include <algorithm>
#include <numeric>

namespace tenantry::catalog {
namespace {

std::int64_t takenBy(const AppliedDiscount &discount, std::int64_t left) {
  if (left <= 0)
    return 0;
  const auto wanted =
      discount.percent ? roundHalfAwayFromZero(left * *discount.percent / 100) : discount.amount;
  return std::clamp<std::int64_t>(wanted, 0, left);
}

} // namespace

AppliedDiscount toDiscount(const business::Coupon &coupon) {
  return {coupon.id, coupon.percent, coupon.amount ? coupon.amount->minor() : 0};
}

std::vector<AppliedDiscount> inDocumentOrder(std::vector<AppliedDiscount> discounts) {
  std::stable_partition(discounts.begin(), discounts.end(), [](const AppliedDiscount &discount) {
    return discount.percent.has_value();
  });
  return discounts;
}

Discounted applyDiscounts(const std::vector<std::int64_t> &lines,
                          const std::vector<AppliedDiscount> &discounts) {
  Discounted result;
  auto left = lines;
  for (const auto &discount : discounts) {
    const auto taken =
        takenBy(discount, std::accumulate(left.begin(), left.end(), std::int64_t{0}));
    auto shares =
        taken == 0 ? std::vector<std::int64_t>(left.size(), 0) : shareSigned(-taken, left);
    std::transform(left.begin(), left.end(), shares.begin(), left.begin(), std::plus<>());
    result.amounts.push_back(-taken);
    result.shares.push_back(std::move(shares));
  }
  return result;
}

} // namespace tenantry::catalog
