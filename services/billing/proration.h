// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include "services/core/period.h"
#include "services/core/rational.h"

namespace tenantry::billing {

/// The share of `part` in `period`, both half-open, `part` within `period` (else ProgrammingError):
/// by days, or by elapsed time (so that a March of 743 hours is 743 hours long).
[[nodiscard]] Rational fractionOf(const DayRange &period, const DayRange &part);
[[nodiscard]] Rational fractionOf(const InstantRange &period, const InstantRange &part);

/// `amount` (minor units, the price of the whole period) for `part` of it, rounded once, half away
/// from zero.
[[nodiscard]] std::int64_t prorate(std::int64_t amount, const DayRange &period,
                                   const DayRange &part);
[[nodiscard]] std::int64_t prorate(std::int64_t amount, const InstantRange &period,
                                   const InstantRange &part);

/// What of its whole price a line charged or gave back: a prorated one says so in its detail.
[[nodiscard]] Rational shareOfPrice(const nlohmann::json &detail);

/// From when to when, where that was by the second.
[[nodiscard]] std::optional<InstantRange> instantsOf(const nlohmann::json &detail);

} // namespace tenantry::billing
