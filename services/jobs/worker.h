// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/job_runner.h"
#include "services/jobs/pool_thread.h"

namespace tenantry::jobs {

/// Which jobs the workers of a pool hold, for the thread that renews their leases.
class HeldJobs {
public:
  void add(std::span<const Job> jobs);
  void remove(const Job &job);
  [[nodiscard]] std::vector<Job> all() const;

private:
  mutable std::mutex m_mutex;
  std::map<JobId, Job> m_jobs;
};

/// One thread's loop over jobs: claim, handle, write down.
class Worker {
public:
  struct Settings {
    QString name;
    int batch = 10;
    std::chrono::seconds lease{60};
  };
  Worker(Settings settings, const HandlerRegistry &registry, HeldJobs &held,
         const PoolSignal &signal);

  /// Outcomes that a lost connection left unwritten come first. Gives how long to sleep: nothing
  /// after work, up to a second while there is none.
  [[nodiscard]] Result<std::chrono::milliseconds> round(store::Session &session);

private:
  [[nodiscard]] Result<> work(store::Session &session, std::vector<Job> jobs);
  [[nodiscard]] Result<> writeDown(store::Session &session);
  Settings m_settings;
  JobRunner m_runner;
  HeldJobs &m_held;
  const PoolSignal &m_signal;
  std::vector<QString> m_queues; ///< turned by one each round, so that none starves another
  std::vector<QString> m_kinds;
  std::vector<Outcome> m_unwritten;
  std::vector<Job> m_unbegun;
  std::chrono::milliseconds m_pause;
};

} // namespace tenantry::jobs
