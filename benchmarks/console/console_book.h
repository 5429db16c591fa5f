// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/private_cluster.h"
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"

namespace tenantry::benchmarks {

/// A book of many organizations on a PostgreSQL of its own, and a member of staff connected to it.
class ConsoleBook {
public:
  [[nodiscard]] static Result<std::unique_ptr<ConsoleBook>> open(int organizations);

  [[nodiscard]] int organizations() const { return m_organizations; }
  [[nodiscard]] models::Connection &connection() { return *m_connection; }
  [[nodiscard]] models::RunningWork &work() { return *m_work; }
  /// To connect to as that member of staff, with another program.
  [[nodiscard]] QString url() const { return m_url; }

private:
  ConsoleBook() = default;
  std::unique_ptr<PrivateCluster> m_cluster;
  int m_organizations = 0;
  SystemClock m_clock;
  QString m_url;
  std::unique_ptr<models::Connection> m_connection;
  std::unique_ptr<models::RunningWork> m_work;
};

} // namespace tenantry::benchmarks
