// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "services/subscriptions/alteration.h"

namespace tenantry::models {

/// What of a subscription is moved to how it is sold now.
enum class Moving { Plan, Addons, PlanAndAddons };

/// Moves subscriptions, by "organization/subscription", to the version of their plan and to the
/// add-ons that are sold now. What waits for the period's end can be undone; what was moved at once
/// cannot.
[[nodiscard]] BulkAct moveVersions(subscriptions::When when, Moving what = Moving::Plan);

} // namespace tenantry::models
