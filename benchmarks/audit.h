// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Subscriptions changed per second by statements of 1,000 rows, with their audit trail. The
/// ceiling is the same statements without the trigger, each followed by a plain insert that makes
/// the same audit rows out of copies of the rows before and after. Size: subscriptions, 20,000
/// where not given.
[[nodiscard]] Result<Comparison> auditTrail(const BenchOptions &options);

} // namespace tenantry::benchmarks
