// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

namespace tenantry::benchmarks {

/// What was done in what time.
struct Pace {
  std::int64_t units = 0;
  std::chrono::nanoseconds time{0};
  [[nodiscard]] double perSecond() const;
};

/// Runs `work` and adds its time; what must not count is done outside of it.
template <typename F> auto timed(Pace &pace, std::int64_t units, F &&work) {
  const auto start = std::chrono::steady_clock::now();
  auto outcome = work();
  pace.time += std::chrono::steady_clock::now() - start;
  pace.units += units;
  return outcome;
}

/// Our work beside the best that could be hoped for with the same machine and the same data.
struct Comparison {
  QString name;
  double rate = 0;                         ///< units per second, median of the rounds
  double ceiling = 0;                      ///< units per second, median of the rounds
  double ratio = 0;                        ///< median of the rounds' own ratios
  std::optional<double> p99Milliseconds{}; ///< of our work, where each unit has a time of its own
};
[[nodiscard]] nlohmann::json toJson(const Comparison &comparison);

using Round = std::function<Result<Pace>()>;

/// Interleaves rounds of work and ceiling, so that both meet the same state of the machine, after
/// one round of each that does not count. The first error ends it.
[[nodiscard]] Result<Comparison> compare(const QString &name, int rounds, const Round &work,
                                         const Round &ceiling);

/// The middle value; of an even number the mean of the two in the middle; 0 of none.
[[nodiscard]] double median(std::vector<double> values);
/// The smallest value that so large a part of them does not exceed; 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double part);

} // namespace tenantry::benchmarks
