// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/job_progress.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

Result<> JobProgress::report(std::int64_t done, std::int64_t total) {
  using namespace std::chrono_literals;
  if (m_session.database.inTransaction())
    return {};
  if (m_isStopping && m_isStopping())
    return fail(
        u"job.interrupted"_s,
        u"This worker is stopping; another one continues job %1."_s.arg(m_job.id.toString()));
  const auto now = Steady::now();
  const bool isRecent = m_written && now - *m_written < 250ms && done != total;
  if (isRecent)
    return {};
  m_written = now;
  return JobQueue(m_session).reportProgress(m_job, done, total, m_lease);
}

} // namespace tenantry::jobs
