// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// The provider is asked again about what it contradicts; keys are ids of attempts, refunds and
/// setups.
[[nodiscard]] BulkAct askContradictedAgain();
/// They end as a person saw it at the provider (`payments::settleByHand`).
[[nodiscard]] BulkAct settleContradicted(bool moved, const QString &reason);

} // namespace tenantry::models
