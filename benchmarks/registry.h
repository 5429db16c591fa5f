// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"
#include <map>

namespace tenantry::benchmarks {

/// Every benchmark by its name ("billing-run"), each on a private cluster made for it, with the
/// durability of every installation.
[[nodiscard]] const std::map<QString, BenchFunction> &benches();

/// What is to be reached.
struct Goal {
  double ratio = 0;                        ///< at least, on a quiet machine; 0: none was promised
  std::optional<double> p99Milliseconds{}; ///< below that
  std::optional<double> rate{};            ///< more than that per second, at the usual size

  /// The ratio of the gate: on a machine that does other things too four fifths are enough.
  [[nodiscard]] double gate() const { return ratio * 4 / 5; }
  [[nodiscard]] bool isPassedBy(const Comparison &comparison) const;
};

/// Nothing where nothing was promised.
[[nodiscard]] std::optional<Goal> goalOf(const QString &name);

} // namespace tenantry::benchmarks
