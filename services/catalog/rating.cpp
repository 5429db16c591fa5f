// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/rating.h"

namespace tenantry::catalog {
namespace {

using boost::multiprecision::cpp_int;

/// Nothing: everything is included.
std::optional<std::int64_t> includedUnits(const business::Charge &charge,
                                          std::optional<std::int64_t> limit) {
  if (!charge.includedIsLimit)
    return charge.included;
  return limit == business::unlimited ? std::nullopt : limit;
}

/// Takes the included units off `quantity` and notes them.
Rational takeIncluded(const business::Charge &charge, const Rational &quantity,
                      std::optional<std::int64_t> limit, std::vector<RatedPart> &parts) {
  const auto included = includedUnits(charge, limit);
  if (quantity.is_zero() || (included && *included <= 0))
    return quantity;
  const bool isMore = included && *included < quantity;
  const Rational used = isMore ? Rational(*included) : quantity;
  parts.push_back({PartKind::Included, 0, used, 0, 0, 0});
  return isMore ? Rational(quantity - used) : Rational(0);
}

Rational startedPackages(const Rational &units, std::int64_t size) {
  if (size <= 0)
    throw ProgrammingError("rate: a package without a size");
  const Rational packages = units / size;
  const cpp_int whole = numerator(packages) / denominator(packages);
  return Rational(whole) < packages ? Rational(whole + 1) : Rational(whole);
}

/// Of nothing, which most are, without arithmetic: a run rates every metric of every customer.
Rational priced(const Rational &units, const Rational &unit) {
  return units.is_zero() || unit.is_zero() ? Rational(0) : Rational(units * unit);
}

RatedPart tierPart(const business::Tier &tier, const Rational &from, const Rational &to) {
  return {PartKind::Tier, from, to, tier.unit, tier.flat, priced(to - from, tier.unit) + tier.flat};
}

void addGraduated(const business::Charge &charge, const Rational &units,
                  std::vector<RatedPart> &parts) {
  Rational from = 0;
  for (std::size_t i = 0; i < charge.tiers.size(); ++i) {
    const auto &tier = charge.tiers[i];
    if (i > 0 && units <= from)
      return;
    const bool endsHere = !tier.upTo || i + 1 == charge.tiers.size() || units <= *tier.upTo;
    const Rational to = endsHere ? units : Rational(*tier.upTo);
    parts.push_back(tierPart(tier, from, to));
    from = to;
  }
}

void addVolume(const business::Charge &charge, const Rational &units,
               std::vector<RatedPart> &parts) {
  for (std::size_t i = 0; i < charge.tiers.size(); ++i) {
    const auto &tier = charge.tiers[i];
    if (!tier.upTo || i + 1 == charge.tiers.size() || units <= *tier.upTo) {
      parts.push_back(tierPart(tier, 0, units));
      return;
    }
  }
}

void addModel(const business::Charge &charge, const Rational &units,
              std::vector<RatedPart> &parts) {
  switch (charge.model) {
  case business::ChargeModel::PerUnit:
    parts.push_back({PartKind::Units, 0, units, charge.unit, 0, priced(units, charge.unit)});
    return;
  case business::ChargeModel::Graduated:
    return addGraduated(charge, units, parts);
  case business::ChargeModel::Volume:
    return addVolume(charge, units, parts);
  case business::ChargeModel::Package:
    parts.push_back({PartKind::Packages, 0, units, charge.unit, 0,
                     startedPackages(units, charge.packageSize) * charge.unit});
    return;
  case business::ChargeModel::Percentage:
    parts.push_back(
        {PartKind::Percentage, 0, units, charge.unit, 0, priced(units, charge.unit) / 100});
    return;
  }
}

} // namespace

RatingResult rateExplained(const business::Charge &charge, const Rational &quantity,
                           std::optional<std::int64_t> limitInForce, bool withMinimum) {
  RatingResult result{quantity, {}, 0};
  const Rational used = quantity > 0 ? quantity : Rational(0);
  addModel(charge, takeIncluded(charge, used, limitInForce, result.parts), result.parts);
  Rational sum = 0;
  for (const auto &part : result.parts)
    if (!part.amount.is_zero())
      sum += part.amount;
  result.amount = roundHalfAwayFromZero(sum);
  if (withMinimum && result.amount < charge.minimum) {
    result.parts.push_back(
        {PartKind::Minimum, 0, 0, 0, 0, Rational(charge.minimum - result.amount)});
    result.amount = charge.minimum;
  }
  return result;
}

std::int64_t rate(const business::Charge &charge, const Rational &quantity,
                  std::optional<std::int64_t> limitInForce, bool withMinimum) {
  return rateExplained(charge, quantity, limitInForce, withMinimum).amount;
}

std::int64_t rateDelta(const business::Charge &charge, const Rational &before,
                       const Rational &after, std::optional<std::int64_t> limitInForce) {
  return rate(charge, after, limitInForce, false) - rate(charge, before, limitInForce, false);
}

} // namespace tenantry::catalog
