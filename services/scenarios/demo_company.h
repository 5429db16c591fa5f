// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/organizations/values.h"
#include "services/scenarios/demo_words.h"

namespace tenantry::scenarios {

struct DemoSize {
  int organizations = 200;
  int months = 6;
  std::uint64_t seed = 1;
};

/// A customer of the demo and what it will do: invented before time begins to run.
struct DemoCompany {
  organizations::Organization organization; ///< its id comes when it joins
  QString planId;
  Interval interval = Interval::Month;
  int seats = 1;
  std::optional<int> trialDays;
  bool hesitates = false; ///< signs up and subscribes to nothing: stays in onboarding
  QString method;         ///< a behaviour of the simulator; empty: pays by bank transfer
  Instant joins{};
  std::optional<Instant> leaves;    ///< cancels to the end of the period
  std::optional<Instant> breaks;    ///< its card, which was good, is not from then on
  QString breaksInto;               ///< a behaviour of the simulator, too
  std::optional<Instant> mends;     ///< replaces a payment method that fails
  std::int64_t usagePermille = 500; ///< of its limits, at the start
  std::int64_t growthPermille = 0;  ///< a month

  /// Has a subscription that counts usage.
  [[nodiscard]] bool isCustomerAt(Instant instant) const;
};

/// The same companies for the same size and business, in the order in which they join within [from,
/// to).
[[nodiscard]] std::vector<DemoCompany>
inventCompanies(const DemoSize &size, const business::Applied &applied, Instant from, Instant to);

} // namespace tenantry::scenarios
