// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/core/clock.h"
#include "services/core/id.h"
#include "services/store/database.h"

namespace tenantry::benchmarks {

/// The metric of a book that counts one: a sum.
extern const QString countedMetric;
[[nodiscard]] business::Metric counted(business::LimitKind kind);
/// A metric of each aggregation; of the distinct ones the dimension "user" counts.
[[nodiscard]] std::vector<business::Metric> oneOfEachAggregation();

/// Organizations with a subscription, a part that runs now and limits of these metrics far away.
/// `owner` is connected to a migrated database without organizations, as a superuser.
[[nodiscard]] Result<std::vector<OrganizationId>>
makeUsageBook(store::Database &owner, const Clock &clock, int organizations,
              const std::vector<business::Metric> &metrics);

[[nodiscard]] store::ConnectionSettings asWorker(store::ConnectionSettings database,
                                                 const QString &rolePrefix);

} // namespace tenantry::benchmarks
