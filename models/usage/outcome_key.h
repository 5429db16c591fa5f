// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/event_outcome.h"

namespace tenantry::models {

/// What became of an event, as files say it: "billed INV-2026-000012", "waits".
[[nodiscard]] QString outcomeText(const usage::Outcome &outcome);

} // namespace tenantry::models
