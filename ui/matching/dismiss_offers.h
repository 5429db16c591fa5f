// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// Dismissing entries that are no customer's, and taking that back.
void offerDismissals(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
