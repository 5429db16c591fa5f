// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Of drafts by "organization/invoice": each gets its number and is collected. It cannot be undone,
/// only credited.
[[nodiscard]] BulkAct finalizeDrafts();

} // namespace tenantry::models
