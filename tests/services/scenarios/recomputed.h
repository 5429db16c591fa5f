// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/database.h"
#include <vector>

namespace tenantry::tests {

/// Rates of tax from an instant on.
struct RatesSince {
  Instant since{};
  std::vector<business::TaxRate> rates;
};

/// What stands in the book and comes to something else where PostgreSQL computes it from the
/// documents and events alone, by none of the product's rules: taxes, prorated prices, discounts,
/// usage that was counted and billed, charges; a sentence each. Once nothing waits any more.
[[nodiscard]] Result<QStringList> recomputedOtherwise(store::Database &database,
                                                      const std::vector<RatesSince> &rates);

} // namespace tenantry::tests
