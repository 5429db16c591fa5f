// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Twelve months of a book of subscriptions (100,000) with a fee and one charged metric, rated
/// again under another price and another charge, beside two statements that read the same rows.
/// Counts subscriptions × months.
[[nodiscard]] Result<Comparison> whatIfOfAYear(const BenchOptions &options);

} // namespace tenantry::benchmarks
