// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Whether subscriptions, by "organization/subscription", renew by themselves or end with their
/// period; can be undone.
[[nodiscard]] BulkAct renewSubscriptions(bool renews);

} // namespace tenantry::models
