// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "services/core/clock.h"

namespace tenantry::models {

/// Of invoices that are dunned (keys of invoice_key.h): another try by the provider, at once …
[[nodiscard]] BulkAct retryDunned();
/// … and time through that day; undone, it was never given.
[[nodiscard]] BulkAct extendDunned(const QString &reason, LocalDay until);

} // namespace tenantry::models
