// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Keeps drafts (keys of invoice_key.h) from being finalized, and lets them be again.
[[nodiscard]] BulkAct holdDrafts(const QString &reason);
[[nodiscard]] BulkAct releaseDrafts();

/// The same of whatever is drafted for organizations (keys are their ids).
[[nodiscard]] BulkAct holdOrganizations(const QString &reason);
[[nodiscard]] BulkAct releaseOrganizations();

} // namespace tenantry::models
