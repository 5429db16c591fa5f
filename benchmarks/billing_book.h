// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/private_cluster.h"
#include "services/core/id.h"

namespace tenantry::benchmarks {

/// Plain: all renew at one moment, each with usage beyond what its price includes, under a tax:
/// every invoice has a plan, a usage and a tax line. Mixed: see mixed_book.h.
enum class BookKind { Plain, Mixed };

/// A book of subscriptions that are all due.
class BillingBook {
public:
  [[nodiscard]] static Result<BillingBook> make(const PrivateCluster &cluster, int subscriptions,
                                                BookKind kind = BookKind::Plain);

  [[nodiscard]] static Instant renewal(); ///< all of them are due by then
  [[nodiscard]] const std::vector<OrganizationId> &organizations() const { return m_organizations; }

  /// Runs the billing of that database in so many threads, each with a connection and a share of
  /// the organizations, and returns how many invoices came out.
  [[nodiscard]] Result<std::int64_t> run(const PrivateCluster &cluster, const QString &database,
                                         int workers) const;
  /// The same rules with nothing written.
  [[nodiscard]] Result<std::int64_t> preview(const PrivateCluster &cluster,
                                             const QString &database) const;

private:
  std::vector<OrganizationId> m_organizations; ///< in key order
};

} // namespace tenantry::benchmarks
