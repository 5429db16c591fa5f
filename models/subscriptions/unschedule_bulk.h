// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Takes back what is scheduled for the period's end, of subscriptions by
/// "organization/subscription".
[[nodiscard]] BulkAct unscheduleChanges();

} // namespace tenantry::models
