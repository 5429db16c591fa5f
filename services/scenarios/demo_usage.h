// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/scenarios/demo_company.h"
#include "services/usage/values.h"

namespace tenantry::scenarios {

/// What the demo's customers use on one day [from, to): day number `day` since the book began. What
/// is summed or counted by distinct values comes every third day, levels every seventh, each
/// customer on days of its own. The same for the same seed.
[[nodiscard]] std::vector<usage::UsageEvent> inventUsage(const std::vector<DemoCompany> &companies,
                                                         const business::Applied &applied,
                                                         std::uint64_t seed, std::int64_t day,
                                                         Instant from, Instant to);

} // namespace tenantry::scenarios
