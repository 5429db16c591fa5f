// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Drafts (keys of invoice_key.h) that review decided against; it cannot be undone.
[[nodiscard]] BulkAct discardDrafts(const QString &reason);

} // namespace tenantry::models
