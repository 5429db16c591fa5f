// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/store/database.h"

namespace tenantry::benchmarks {

/// So many subscriptions that are all due by `renewal`, with everything a real book has: charges of
/// every kind, seats, coupons, taxes, balances, and a tenth that was changed within its period. The
/// services make up to 120 of them; the others are copies. What was issued and told before is left
/// out, so that all there is afterwards is the run's. Gives the organizations in key order.
///
/// `owner`: a migrated database without organizations, as a superuser. Error `benchmark.incomplete`
/// where one would not be due.
[[nodiscard]] Result<std::vector<OrganizationId>> fillMixedBook(store::Database &owner,
                                                                Instant renewal, int subscriptions);

} // namespace tenantry::benchmarks
