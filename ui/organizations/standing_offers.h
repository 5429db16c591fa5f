// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_target.h"

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

class ListActs;

/// Suspending and reactivating the organizations that are selected, and what offerInvoiceHolds
/// offers.
void offerStandingActs(ListActs &acts, const models::Rights &rights);

/// Holding what is drafted for organizations, and releasing it; those of the rows, where the rows
/// are not organizations.
void offerInvoiceHolds(ListActs &acts, const models::Rights &rights,
                       models::BulkTarget::Subject organization = nullptr);

} // namespace tenantry::ui
