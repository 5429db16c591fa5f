// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

enum class Ending { AtPeriodEnd, Now, NowWithCredit };

/// Ends subscriptions, by "organization/subscription". What waits for the period's end can be
/// undone; what ended cannot. Refused are those that do not run, which would not wait, and those
/// whose period's end does something else.
[[nodiscard]] BulkAct endSubscriptions(Ending ending, const QString &reason);

} // namespace tenantry::models
