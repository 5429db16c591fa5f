// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/mrr.h"

#include "services/catalog/discount.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

std::int64_t netMrrTwelfths(std::int64_t gross, Interval interval,
                            std::span<const business::Coupon> lastingCoupons,
                            const std::optional<Rational> &includedTax) {
  std::vector<catalog::AppliedDiscount> discounts;
  for (const auto &coupon : lastingCoupons)
    discounts.push_back(catalog::toDiscount(coupon));
  const auto taken =
      catalog::applyDiscounts({gross}, catalog::inDocumentOrder(std::move(discounts))).amounts;
  auto net = std::accumulate(taken.begin(), taken.end(), gross);
  if (includedTax)
    net -= roundHalfAwayFromZero(net * *includedTax / (100 + *includedTax));
  return checkedMultiply(net, 12 / monthsOf(interval));
}

std::int64_t mrrMinor(std::int64_t twelfths) {
  return roundHalfAwayFromZero(Rational(twelfths) / 12);
}

QString toString(MrrMovementKind kind) {
  switch (kind) {
  case MrrMovementKind::New:
    return u"new"_s;
  case MrrMovementKind::Expansion:
    return u"expansion"_s;
  case MrrMovementKind::Contraction:
    return u"contraction"_s;
  case MrrMovementKind::Churn:
    return u"churn"_s;
  case MrrMovementKind::Reactivation:
    return u"reactivation"_s;
  }
  throw ProgrammingError("a movement of MRR without a word");
}

MrrMovementKind classify(std::int64_t beforeTwelfths, std::int64_t afterTwelfths, bool everHad) {
  if (beforeTwelfths == afterTwelfths)
    throw ProgrammingError("classify: the MRR did not change");
  if (beforeTwelfths == 0)
    return everHad ? MrrMovementKind::Reactivation : MrrMovementKind::New;
  if (afterTwelfths == 0)
    return MrrMovementKind::Churn;
  return afterTwelfths > beforeTwelfths ? MrrMovementKind::Expansion : MrrMovementKind::Contraction;
}

} // namespace tenantry::subscriptions
