// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// What is no customer's payment (keys are ids of bank entries), and what waits again after all.
[[nodiscard]] BulkAct dismissEntries(const QString &reason);
[[nodiscard]] BulkAct takeBackEntries();

} // namespace tenantry::models
