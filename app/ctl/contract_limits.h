// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/contract.h"

namespace tenantry::ctl {

/// "users=50", "users=unlimited", "users=plan". Error `subscription.limit_invalid`, also for a
/// metric that is named twice.
[[nodiscard]] Result<subscriptions::WantedLimits> readLimits(const std::vector<std::string> &given);

} // namespace tenantry::ctl
