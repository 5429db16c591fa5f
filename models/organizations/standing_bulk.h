// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"

namespace tenantry::models {

/// Of organizations by their ids; both can be undone.
[[nodiscard]] BulkAct suspendOrganizations(const QString &reason);
[[nodiscard]] BulkAct reactivateOrganizations(const QString &reason);

} // namespace tenantry::models
