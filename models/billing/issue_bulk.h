// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Issues what is due now for organizations (keys are their ids), as a run of them alone would:
/// final, or drafts where the business reviews its invoices. It cannot be undone. Refused where
/// nothing is due, and where the organization is on hold.
[[nodiscard]] BulkAct issueDue();

} // namespace tenantry::models
