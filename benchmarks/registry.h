// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"
#include <map>

namespace tenantry::benchmarks {

/// Every benchmark by its name ("billing-run"), each on a private cluster made for it, with the
/// durability of every installation.
[[nodiscard]] const std::map<QString, BenchFunction> &benches();

} // namespace tenantry::benchmarks
