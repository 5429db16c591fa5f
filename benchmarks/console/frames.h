// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

namespace tenantry::benchmarks {

/// Frames of a sixtieth of a second: in each `step` is done, and whatever waits on the GUI thread
/// with it. Milliseconds that each was busy.
[[nodiscard]] std::vector<double> frames(int count, const std::function<void(int frame)> &step);

/// Runs the loop until `isDone`; milliseconds it took, nothing where it took more than `most`.
[[nodiscard]] std::optional<double> until(const std::function<bool()> &isDone, int most = 60'000);

/// {p50_ms, p99_ms, worst_ms} of times in milliseconds.
[[nodiscard]] nlohmann::json spreadOf(const std::vector<double> &milliseconds);

/// What this process holds in memory, in megabytes.
[[nodiscard]] double residentMegabytes();

} // namespace tenantry::benchmarks
