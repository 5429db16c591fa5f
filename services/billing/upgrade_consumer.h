// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"

namespace tenantry::billing {

/// What was exceeded longer ago is no occasion any more: a book that was imported, or a consumer
/// that is new.
inline constexpr std::chrono::days suggestsNoLaterThan{7};

/// Where a limit was exceeded and a higher plan would suit better, says so
/// (`usage.upgrade_suggested`), once for each plan version and period. Where none would, nothing.
[[nodiscard]] jobs::Consumer upgradeConsumer();

} // namespace tenantry::billing
