// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// What is no customer's payment (keys are ids of bank entries), and what waits again after all:
/// one that was dismissed, or that was said to be told again.
[[nodiscard]] BulkAct dismissEntries(const QString &reason);
[[nodiscard]] BulkAct takeBackEntries();
/// What another statement may have brought: it is a payment of its own, or the same one.
[[nodiscard]] BulkAct otherEntries();
[[nodiscard]] BulkAct sameEntries();

} // namespace tenantry::models
