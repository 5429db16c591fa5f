// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Subscriptions previewed per second against the run on the same book, each in one thread: the
/// ratio is the run's time by the preview's. Size: subscriptions, 100,000 where not given.
[[nodiscard]] Result<Comparison> billingPreview(const BenchOptions &options);

} // namespace tenantry::benchmarks
