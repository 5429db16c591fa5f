// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/harness.h"

namespace tenantry::benchmarks {

/// How much and how often; 0 leaves it to the benchmark.
struct BenchOptions {
  int size = 0; ///< what the benchmark counts: subscriptions, organizations, events of a batch
  int rounds = 0;

  [[nodiscard]] int sizeOr(int usual) const { return size > 0 ? size : usual; }
  [[nodiscard]] int roundsOr(int usual) const { return rounds > 0 ? rounds : usual; }
};

using BenchFunction = std::function<Result<Comparison>(const BenchOptions &)>;

} // namespace tenantry::benchmarks
