// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/lists/bulk_offer.h"

namespace tenantry::models {
struct Rights;
}

namespace tenantry::ui {

/// Finalizing the drafts that are selected.
[[nodiscard]] BulkOffer finalizeOffer(const models::Rights &rights);

} // namespace tenantry::ui
