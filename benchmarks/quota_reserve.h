// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Reservations per second of one organization with a hard limit, in batches (`size`, 1,000): each
/// decided, kept under its key, and counted against the limit. The ceiling is the best that one
/// transaction per reservation can do: an update of one row that holds the sum, if it fits.
[[nodiscard]] Result<Comparison> quotaReserve(const BenchOptions &options);

} // namespace tenantry::benchmarks
