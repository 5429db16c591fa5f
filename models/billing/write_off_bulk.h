// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Of invoices by "organization/invoice"; the loss is in the books, it cannot be undone.
[[nodiscard]] BulkAct writeOffInvoices();

} // namespace tenantry::models
