// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/dispatcher.h"

namespace tenantry::jobs {

struct WorkerPoolOptions {
  int threads = 2;
  int batch = 10; ///< jobs taken at once; long ones are given back for others
  std::chrono::seconds lease{
      60}; ///< after which a killed pool's jobs are taken over; renewed at a third of it
  QString actor = QStringLiteral("worker");
  std::chrono::hours keepFinished{24 * 7};
  std::chrono::hours keepDead{24 * 90};
};

/// Threads that do the jobs of the registry, one that dispatches events at least every 100 ms, and
/// one that renews leases, takes over the jobs of killed workers, keeps recurring jobs alive and
/// deletes old ones. Each has a connection of its own and opens it again when it is lost. Any
/// number of pools may work on one database.
class WorkerPool {
public:
  /// The clock outlives the pool.
  WorkerPool(store::ConnectionSettings settings, const Clock &clock, HandlerRegistry registry,
             std::vector<Consumer> consumers, WorkerPoolOptions options = {});
  ~WorkerPool(); ///< stops
  WorkerPool(const WorkerPool &) = delete;
  WorkerPool &operator=(const WorkerPool &) = delete;

  void start();
  /// Finishes the jobs at hand, gives the others back, joins. For a signal: set a flag there, call
  /// this elsewhere.
  void stop();
  /// New work is there: do not sleep on. From any thread.
  void wake();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace tenantry::jobs
