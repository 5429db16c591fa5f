// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Of drafts (keys of invoice_key.h): each gets its number and is collected. It cannot be undone,
/// only credited.
[[nodiscard]] BulkAct finalizeDrafts();

/// Drafts (keys of invoice_key.h) that review decided against; it cannot be undone.
[[nodiscard]] BulkAct discardDrafts(const QString &reason);

} // namespace tenantry::models
