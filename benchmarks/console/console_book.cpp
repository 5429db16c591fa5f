// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_book.h"

#include "benchmarks/organization_rows.h"

namespace tenantry::benchmarks {

Result<std::unique_ptr<ConsoleBook>> ConsoleBook::open(int organizations) {
  std::unique_ptr<ConsoleBook> book(new ConsoleBook);
  book->m_organizations = organizations;
  TENANTRY_TRY(cluster, PrivateCluster::open());
  book->m_cluster = std::move(cluster);
  TENANTRY_TRY(owner, book->m_cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(fillOrganizations(*owner, organizations));
  const auto settings = book->m_cluster->settings(PrivateCluster::book());
  book->m_url = settings.url;
  book->m_connection =
      std::make_unique<models::Connection>(settings, book->m_clock, QStringLiteral("benchmark"));
  book->m_work = std::make_unique<models::RunningWork>(*book->m_connection);
  return book;
}

} // namespace tenantry::benchmarks
