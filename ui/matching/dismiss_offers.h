// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// Dismissing entries that are no customer's, and taking that back; saying of what another
/// statement may have brought whether it is the same. In the order of DeskAct.
enum DeskAct { DismissAct, TakeBackAct, AnotherAct, SameAct };
void offerDismissals(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
