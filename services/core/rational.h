// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <span>
#include <vector>

namespace tenantry {

/// Exact, of any size: rates, prices finer than a minor unit, proration fractions.
using Rational = boost::multiprecision::cpp_rational;

/// To the nearest integer, a half away from zero: the one rounding of money
/// (5-business-and-scenarios, "Rounding"). Throws std::overflow_error outside of int64.
[[nodiscard]] std::int64_t roundHalfAwayFromZero(const Rational &value);

/// "0.25", "-3", "1000000.000001": plain decimal notation, no exponent, no grouping. Error
/// `number.invalid`.
[[nodiscard]] Result<Rational> parseDecimal(QStringView text);

/// Plain decimal notation, rounded half away from zero to at most `places`, without trailing zeros.
[[nodiscard]] QString formatDecimal(const Rational &value, int places);

/// Shares `total` in proportion to `weights` (all ≥ 0) by largest remainder, ties to the first, so
/// that the parts sum to `total` exactly. All weights zero: everything goes to the first. Works on
/// magnitudes for total < 0.
[[nodiscard]] std::vector<std::int64_t>
shareByLargestRemainder(std::int64_t total, std::span<const std::int64_t> weights);

} // namespace tenantry
