// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// What is done with invoices in whichever list they are selected: finalized, held, released,
/// approved, written off.
void offerInvoiceActs(ListActs &acts, const models::Rights &rights);

} // namespace tenantry::ui
