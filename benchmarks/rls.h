// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// What a portal reads of one organization (its subscription, invoices, lines), organizations per
/// second as the tenant role under row-level security. The ceiling is the same statements as the
/// superuser, for whom there are no policies, in transactions that enter the organization likewise.
/// Size: organizations, 5,000 where not given.
[[nodiscard]] Result<Comparison> rowLevelSecurity(const BenchOptions &options);

} // namespace tenantry::benchmarks
