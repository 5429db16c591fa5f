// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// What is done with the previewed invoices that are selected: issuing what is due of their
/// organizations, holding and releasing it.
void offerRun(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
