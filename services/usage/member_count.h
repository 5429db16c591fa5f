// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"

/// The metric `users`: distinct members with a live role in a team, counted whenever that number
/// may have changed, so that quotas, alerts and charges know it as they know any other usage.
namespace tenantry::usage {

void registerMemberCount(jobs::HandlerRegistry &registry); ///< when a role runs out by its time
[[nodiscard]] jobs::Consumer memberCountConsumer();

} // namespace tenantry::usage
