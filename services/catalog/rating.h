// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

/// What usage costs (5-business-and-scenarios, "The rules of money"): quantity, then included
/// units, then tiers, then one rounding, then the minimum.
namespace tenantry::catalog {

enum class PartKind { Included, Units, Tier, Packages, Percentage, Minimum };

/// One step of how a usage line came about. Units are those of the metric, (from, to] for tiers.
struct RatedPart {
  PartKind kind = PartKind::Units;
  Rational from;         ///< units, counted without the included ones except in the part Included
  Rational to;           ///< units
  Rational unit;         ///< minor units per unit or package; Percentage: percent
  std::int64_t flat = 0; ///< minor units, once for the tier
  Rational amount;       ///< minor units, not rounded
  bool operator==(const RatedPart &) const = default;
};

struct RatingResult {
  Rational quantity; ///< as given, before included units
  std::vector<RatedPart> parts;
  std::int64_t amount =
      0; ///< minor units: the sum of the parts, rounded once, the minimum included
};

/// `quantity` is in whole units of the metric (stored quantity ÷ 10^decimals); for the percentage
/// model it is an amount in minor units. `limitInForce` is the organization's limit of the metric
/// (overrides included); none or −1: unlimited. It matters only where the included units are "as
/// many as the limit". A quantity below zero counts as zero. The flat amount of the first tier is
/// due without usage too.
[[nodiscard]] RatingResult rateExplained(const business::Charge &charge, const Rational &quantity,
                                         std::optional<std::int64_t> limitInForce,
                                         bool withMinimum = true);

/// The amount of `rateExplained`, minor units.
[[nodiscard]] std::int64_t rate(const business::Charge &charge, const Rational &quantity,
                                std::optional<std::int64_t> limitInForce, bool withMinimum = true);

/// What late usage or a correction costs: the difference it makes in its period, minor units,
/// negative where it makes the period cheaper. The parts of a period add up to what all of it would
/// have cost at once. The minimum has no part in it.
[[nodiscard]] std::int64_t rateDelta(const business::Charge &charge, const Rational &before,
                                     const Rational &after,
                                     std::optional<std::int64_t> limitInForce);

} // namespace tenantry::catalog
