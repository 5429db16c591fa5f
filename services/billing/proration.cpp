// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/proration.h"

namespace tenantry::billing {
namespace {

template <typename Range> Rational shareOf(const Range &period, const Range &part) {
  const bool isWithin = period.from <= part.from && part.from <= part.to && part.to <= period.to;
  if (!isWithin || period.from == period.to)
    throw ProgrammingError("proration: the part does not lie within the period");
  const std::int64_t elapsed = (part.to - part.from).count();
  const std::int64_t whole = (period.to - period.from).count();
  return Rational(elapsed, whole);
}

} // namespace

Rational fractionOf(const DayRange &period, const DayRange &part) { return shareOf(period, part); }

Rational fractionOf(const InstantRange &period, const InstantRange &part) {
  return shareOf(period, part);
}

std::int64_t prorate(std::int64_t amount, const DayRange &period, const DayRange &part) {
  return roundHalfAwayFromZero(amount * fractionOf(period, part));
}

std::int64_t prorate(std::int64_t amount, const InstantRange &period, const InstantRange &part) {
  return roundHalfAwayFromZero(amount * fractionOf(period, part));
}

} // namespace tenantry::billing
