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

Rational shareOfPrice(const nlohmann::json &detail) {
  if (const auto part = instantsOf(detail))
    return fractionOf(
        {detail.at("period_from").get<Instant>(), detail.at("period_to").get<Instant>()}, *part);
  if (!detail.is_object() || !detail.contains("days_of_period"))
    return 1;
  return Rational(detail.at("days").get<int>(), detail.at("days_of_period").get<int>());
}

std::optional<InstantRange> instantsOf(const nlohmann::json &detail) {
  if (!detail.is_object() || !detail.contains("period_from"))
    return {};
  return InstantRange{detail.at("from").get<Instant>(), detail.at("to").get<Instant>()};
}

} // namespace tenantry::billing
