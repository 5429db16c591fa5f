// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/job_progress.h"

namespace tenantry::jobs {

Result<> JobProgress::report(std::int64_t done, std::int64_t total) {
  using namespace std::chrono_literals;
  const auto now = Steady::now();
  const bool isRecent = m_written && now - *m_written < 250ms && done != total;
  if (isRecent || m_session.database.inTransaction())
    return {};
  m_written = now;
  return JobQueue(m_session).reportProgress(m_job, done, total, m_lease);
}

} // namespace tenantry::jobs
