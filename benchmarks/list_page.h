// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Pages of 100 organizations per second through OrganizationListing, as a member of staff, walked
/// from the first page on in every order and filter that is offered. The ceiling is the same keyset
/// page by hand: one prepared statement with every column, as the superuser, for whom there are no
/// policies. Size: organizations, 1,000,000 where not given.
[[nodiscard]] Result<Comparison> listPage(const BenchOptions &options);

} // namespace tenantry::benchmarks
