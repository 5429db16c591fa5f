// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/job_queue.h"

namespace tenantry::jobs {

/// How a handler says how far it is, and hears whether it should go on.
class JobProgress {
public:
  /// `isStopping`: the worker wants to end; absent: it never does.
  JobProgress(store::Session &session, const Job &job, std::chrono::seconds lease,
              std::function<bool()> isStopping = {})
      : m_session(session), m_job(job), m_lease(lease), m_isStopping(std::move(isStopping)) {}

  /// Call it between the transactions of a long job; it writes at most four times a second and
  /// renews the lease. Inside a transaction it does nothing, for nobody would see it. Errors
  /// `job.cancelled`, `job.lease_lost`, `job.interrupted` (the worker ends; the job goes on
  /// elsewhere): hand them on.
  [[nodiscard]] Result<> report(std::int64_t done, std::int64_t total);

private:
  using Steady = std::chrono::steady_clock;
  store::Session &m_session;
  const Job &m_job;
  std::chrono::seconds m_lease;
  std::function<bool()> m_isStopping;
  std::optional<Steady::time_point> m_written;
};

} // namespace tenantry::jobs
