// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/rights.h"

namespace tenantry::ui {

class ListActs;

/// Holding and releasing the drafts that are selected; both can be undone.
void offerHolds(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
