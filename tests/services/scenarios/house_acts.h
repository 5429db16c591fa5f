// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/scenarios/scenario_world.h"
#include "tests/services/scenarios/recomputed.h"
#include <random>

namespace tenantry::tests {

/// What the people of the house do to all its customers now and then, at random but told by the
/// seed: the business changes, a plan is moved to its newest version, a month is closed.
class HouseActs {
public:
  HouseActs(scenarios::ScenarioWorld &world, VirtualClock &clock, business::Business business,
            std::uint64_t seed)
      : m_world(world), m_clock(clock),
        m_business(std::move(business)), m_rates{{clock.now(), m_business.taxRates}},
        m_random(seed) {}

  /// At that step of the book. Error `history.broken` with what did not hold.
  [[nodiscard]] Result<> act(int step);
  /// Nothing was booked in a month after it was closed; error likewise.
  [[nodiscard]] Result<> closedBooksStand();
  [[nodiscard]] const std::vector<RatesSince> &rates() const { return m_rates; }

private:
  [[nodiscard]] Result<> changeBusiness();
  [[nodiscard]] Result<> moveAPlan();
  [[nodiscard]] Result<> closeAMonth();
  [[nodiscard]] Result<QString> booked(std::chrono::year_month month);
  scenarios::ScenarioWorld &m_world;
  VirtualClock &m_clock;
  business::Business m_business;
  std::vector<RatesSince> m_rates;
  business::Plan m_withdrawn; ///< where it is not sold
  std::map<std::chrono::year_month, QString> m_closed;
  std::mt19937_64 m_random;
};

} // namespace tenantry::tests
