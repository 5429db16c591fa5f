// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "services/subscriptions/alteration.h"

namespace tenantry::models {

/// Moves subscriptions, by "organization/subscription", to the version of their plan that is sold
/// now. What waits for the period's end can be undone; what was moved at once cannot.
[[nodiscard]] BulkAct moveVersions(subscriptions::When when);

} // namespace tenantry::models
