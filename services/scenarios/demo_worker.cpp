// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_worker.h"

#include "services/jobs/job_queue.h"
#include "services/scenarios/house.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

constexpr std::chrono::seconds lease{600};
constexpr int batch = 100;

} // namespace

DemoWorker::DemoWorker(store::Session &session)
    : m_session(session), m_dispatcher({payments::chargeConsumer(), payments::recoveryConsumer()}),
      m_runner(m_registry, lease) {
  payments::registerJobs(m_registry, simulatorGateways());
  m_dispatcher.registerRetries(m_registry);
}

Result<std::int64_t> DemoWorker::workOff() {
  std::int64_t done = 0;
  for (std::int64_t last = 1; last > 0; done += last) {
    for (int served = 1; served > 0;) {
      TENANTRY_TRY(organizations, m_dispatcher.turn(m_session));
      served = organizations;
    }
    TENANTRY_TRY(jobs, doJobs());
    last = jobs;
  }
  return done;
}

Result<std::int64_t> DemoWorker::doJobs() {
  TENANTRY_TRY(jobs, jobs::JobQueue(m_session).claim(
                         {m_registry.queues(), m_registry.kinds(), u"demo"_s, batch, lease}));
  std::vector<jobs::Outcome> outcomes;
  for (auto &job : jobs)
    outcomes.push_back(m_runner.handle(m_session, std::move(job)));
  if (outcomes.empty())
    return 0;
  TENANTRY_TRY(dead, m_runner.settle(m_session, outcomes));
  if (!dead.empty())
    return fail(u"job.dead"_s, u"The job %1 failed for good: %2"_s.arg(
                                   dead.front().job.kind, dead.front().result.error().toString()));
  return static_cast<std::int64_t>(outcomes.size());
}

} // namespace tenantry::scenarios
