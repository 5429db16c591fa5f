// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::benchmarks {

/// So many organizations with what lists show of them, and nothing else: names in no order, four
/// statuses, three plans. As the superuser.
[[nodiscard]] Result<> fillOrganizations(store::Database &owner, int count);

} // namespace tenantry::benchmarks
