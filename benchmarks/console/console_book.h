// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/private_cluster.h"
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"

namespace tenantry::benchmarks {

/// What a person may type to find an organization, its member and its invoice.
struct Searched {
  QString organization; ///< its name
  QString member;       ///< given and family name
  QString address;      ///< the member's
  QString invoice;      ///< its number
};

/// A book of many organizations, each with a member and an invoice, on a PostgreSQL of its own, and
/// a member of staff connected to it.
class ConsoleBook {
public:
  [[nodiscard]] static Result<std::unique_ptr<ConsoleBook>> open(int organizations);

  [[nodiscard]] int organizations() const { return m_organizations; }
  /// Some of them, in no order.
  [[nodiscard]] const std::vector<Searched> &searched() const { return m_searched; }
  [[nodiscard]] models::Connection &connection() { return *m_connection; }
  [[nodiscard]] models::RunningWork &work() { return *m_work; }
  /// To connect to as that member of staff, with another program.
  [[nodiscard]] QString url() const { return m_url; }

private:
  ConsoleBook() = default;
  [[nodiscard]] Result<> fill(store::Database &owner);

  std::unique_ptr<PrivateCluster> m_cluster;
  int m_organizations = 0;
  std::vector<Searched> m_searched;
  SystemClock m_clock;
  QString m_url;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
};

} // namespace tenantry::benchmarks
