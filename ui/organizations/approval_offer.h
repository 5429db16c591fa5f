// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/rights.h"

namespace tenantry::ui {

class ListActs;

/// Approving the drafts that are selected, as one of two; it can be undone.
void offerApproval(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
