// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>

namespace tenantry::store {

/// Whoever lost the server tries again after the shortest pause, which doubles up to the longest.
inline constexpr std::chrono::milliseconds shortestReconnectPause{100};
inline constexpr std::chrono::milliseconds longestReconnectPause{5000};

} // namespace tenantry::store
