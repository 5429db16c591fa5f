// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"

namespace tenantry::benchmarks {

/// The shipped business with a plan for each way to charge (by the seat, per unit, graduated,
/// volume, package, percentage), metrics of each aggregation, coupons, and taxes on top and
/// included, of countries and of regions; by the month and the year, in EUR and USD.
[[nodiscard]] Result<business::Business> mixedBusiness();

/// One who buys it; which of everything says the number alone.
struct MixedCustomer {
  QString country, region, zone, vatId;
  Currency currency;
  QString plan;
  Interval interval = Interval::Month;
  int seats = 1;
  QStringList coupons; ///< in their order
  std::optional<std::int64_t> priceOverride;
  enum class Change { None, Plan, Seats, PlanAtPeriodEnd } change = Change::None;
  QString nextPlan;                           ///< of a change of plan
  std::int64_t balance = 0;                   ///< what is given to it, minor units
  std::map<QString, std::int64_t> usage = {}; ///< by metric, in its smallest units
};
[[nodiscard]] MixedCustomer mixedCustomer(int number);

} // namespace tenantry::benchmarks
