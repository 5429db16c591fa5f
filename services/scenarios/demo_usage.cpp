// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_usage.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

constexpr std::int64_t countedEvery = 3; ///< days
constexpr std::int64_t levelEvery = 7;   ///< days
constexpr std::int64_t withoutLimit = 1000;

bool isLevel(const business::Metric &metric) {
  return metric.aggregation == business::Aggregation::Max ||
         metric.aggregation == business::Aggregation::Last;
}

/// What the customer would use in a whole month, or stand at, in whole units.
std::int64_t monthly(const DemoCompany &company, const business::Metric &metric,
                     const business::Plan &plan, Instant at, Dice &dice) {
  const auto found = plan.limits.find(metric.id);
  const bool limited = found != plan.limits.end() && found->second > 0;
  const auto limit = limited ? found->second : withoutLimit;
  const double months = std::chrono::duration<double>(at - company.joins) / std::chrono::days(30);
  const double growth =
      std::pow(1.0 + static_cast<double>(company.growthPermille) / 1000.0, months);
  const double noise = static_cast<double>(dice.between(800, 1200)) / 1000.0;
  const auto wanted = static_cast<std::int64_t>(static_cast<double>(limit * company.usagePermille) /
                                                1000.0 * growth * (isLevel(metric) ? 1.0 : noise));
  const bool capped = limited && metric.limit == business::LimitKind::Hard;
  return std::max<std::int64_t>(1, capped ? std::min(wanted, limit) : wanted);
}

std::int64_t smallest(std::int64_t units, const business::Metric &metric) {
  for (int place = 0; place < metric.decimals; ++place)
    units *= 10;
  return units;
}

usage::UsageEvent eventOf(const DemoCompany &company, const business::Metric &metric,
                          const business::Plan &plan, Instant at, Dice &dice) {
  usage::UsageEvent event;
  event.organization = company.organization.id;
  event.metric = metric.id;
  event.occurredAt = at;
  event.key = u"demo-%1-%2"_s.arg(metric.id, toIso(at));
  const auto month = monthly(company, metric, plan, at, dice);
  switch (metric.aggregation) {
  case business::Aggregation::Unique:
    event.quantity = smallest(1, metric);
    event.dimensions[metric.of] = u"%1-%2"_s.arg(metric.of).arg(dice.below(month));
    break;
  case business::Aggregation::Sum:
    event.quantity = smallest(std::max<std::int64_t>(1, month * countedEvery / 30), metric);
    break;
  case business::Aggregation::Max:
  case business::Aggregation::Last:
    event.quantity = smallest(month, metric);
    break;
  }
  return event;
}

} // namespace

std::vector<usage::UsageEvent> inventUsage(const std::vector<DemoCompany> &companies,
                                           const business::Applied &applied, std::uint64_t seed,
                                           std::int64_t day, Instant from, Instant to) {
  Dice dice(seed * 1'000'003 + static_cast<std::uint64_t>(day));
  std::vector<usage::UsageEvent> events;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(to - from).count();
  std::int64_t number = 0;
  for (const auto &company : companies) {
    ++number;
    const Instant at = from + std::chrono::seconds(dice.below(std::max<std::int64_t>(1, seconds)));
    if (company.organization.id.isNull() || !company.isCustomerAt(at))
      continue;
    const auto plan = applied.currentPlan(company.planId);
    for (const auto &[id, metric] : applied.business.metrics) {
      if ((day + number) % (isLevel(metric) ? levelEvery : countedEvery) == 0)
        events.push_back(eventOf(company, metric, plan.value()->plan, at, dice));
    }
  }
  return events;
}

} // namespace tenantry::scenarios
