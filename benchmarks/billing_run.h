// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Subscriptions renewed and invoiced per second (three lines each, with ledger, events, gapless
/// numbers, state), in so many threads. The ceiling is one INSERT … SELECT per table of the rows
/// that the run added, in one transaction of one session, into the same tables with all their
/// constraints, indexes and triggers; what the run updates is not part of it. Size: subscriptions,
/// 100,000 where not given.
[[nodiscard]] Result<Comparison> billingRun(const BenchOptions &options, int workers);

} // namespace tenantry::benchmarks
