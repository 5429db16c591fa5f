// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/usage_repository.h"

namespace tenantry::usage {

/// USE-3: the thresholds of a limit, in percent.
inline constexpr std::array<std::int64_t, 3> thresholds{80, 90, 100};

/// Whether that much of the limit is used; exactly at it counts.
[[nodiscard]] bool hasReached(std::int64_t used, std::int64_t limit, std::int64_t percent);

/// Appends `usage.approaching|warning|exceeded` for what reached a threshold for the first time in
/// its period, in the running transaction.
[[nodiscard]] Result<> raiseAlerts(store::Session &session, const std::vector<Reached> &reached);

} // namespace tenantry::usage
