// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Approves drafts (keys of invoice_key.h) that need a second person.
[[nodiscard]] BulkAct approveDrafts();

} // namespace tenantry::models
