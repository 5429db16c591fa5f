// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"
#include "benchmarks/billing_book.h"

namespace tenantry::benchmarks {

/// Subscriptions renewed and invoiced per second (of the plain book three lines each, with ledger,
/// events, gapless numbers, state), in so many threads. The ceiling writes the very same: one
/// INSERT … SELECT per table of the rows that the run added and one UPDATE … FROM of those it
/// changed, in one transaction of one session, with all constraints, indexes and triggers; only
/// that nothing is read or computed. Size: subscriptions, 100,000 where not given.
[[nodiscard]] Result<Comparison> billingRun(const BenchOptions &options, int workers,
                                            BookKind kind = BookKind::Plain);

} // namespace tenantry::benchmarks
