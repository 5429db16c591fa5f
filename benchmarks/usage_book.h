// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/core/clock.h"
#include "services/core/id.h"
#include "services/store/database.h"

namespace tenantry::benchmarks {

/// The metric that the book counts: a sum.
extern const QString countedMetric;

/// Organizations with a subscription, a part that runs now and a limit far away. `owner` is
/// connected to a migrated database without organizations, as a superuser.
[[nodiscard]] Result<std::vector<OrganizationId>> makeUsageBook(store::Database &owner,
                                                                const Clock &clock,
                                                                int organizations,
                                                                business::LimitKind kind);

[[nodiscard]] store::ConnectionSettings asWorker(store::ConnectionSettings database,
                                                 const QString &rolePrefix);

} // namespace tenantry::benchmarks
