// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/harness.h"
#include "services/store/database.h"

namespace tenantry::benchmarks {

struct UsageIngestSizes {
  QString name = QStringLiteral("usage-ingest");
  int organizations = 10'000;
  int batchSize = 10'000;
  int batches = 5; ///< in a round
  int rounds = 5;
  bool everyAggregation = false; ///< sums, maxima, last and distinct values, with dimensions
};

/// Usage events per second through UsageService::ingest, spread over the organizations, each with a
/// running period and a limit. The ceiling is a binary COPY of the same rows, as they come, into a
/// fresh table with the same indexes, one transaction per batch. With every aggregation a quarter
/// of the events is of each, and one in five of the distinct values is new.
///
/// `database` is migrated, has this role prefix and no organizations; connected as a superuser.
[[nodiscard]] Result<Comparison> usageIngest(const store::ConnectionSettings &database,
                                             const QString &rolePrefix,
                                             const UsageIngestSizes &sizes = {});

/// The same on a private cluster made for it, with the durability of every installation.
[[nodiscard]] Result<Comparison> usageIngestOnPrivateCluster(const UsageIngestSizes &sizes = {});

} // namespace tenantry::benchmarks
