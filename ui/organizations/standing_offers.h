// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// Suspending and reactivating the organizations that are selected.
void offerStandingActs(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
