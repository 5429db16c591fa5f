// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/bulk_offer.h"

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

/// Giving up what the selected invoices wait for.
[[nodiscard]] BulkOffer writeOffOffer(const models::Rights &rights);

} // namespace tenantry::ui
