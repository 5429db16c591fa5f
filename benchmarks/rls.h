// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// What a portal reads of one organization (its subscription, invoices, lines), organizations per
/// second as the tenant role under row-level security, by more readers at once than there are
/// processors. The ceiling is the same statements by the same role with the same grants on a copy
/// of the book whose tables ask no policy. Size: organizations, 5,000 where not given.
[[nodiscard]] Result<Comparison> rowLevelSecurity(const BenchOptions &options);

} // namespace tenantry::benchmarks
