// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/run_due.h"
#include "services/jobs/job_runner.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

constexpr std::chrono::seconds drainLease{60};

Failure died(const Job &job, const Error &error) {
  return fail(u"job.dead"_s,
              u"The job %1 %2 failed %3 times, the last time with: %4"_s.arg(job.kind, job.key)
                  .arg(job.attempts)
                  .arg(error.toString()));
}

class DueRun {
public:
  DueRun(store::Session &session, const HandlerRegistry &registry,
         const std::vector<Consumer> &consumers, VirtualClock &clock)
      : m_session(session), m_registry(registry), m_dispatcher(consumers),
        m_runner(m_registry, drainLease), m_clock(clock) {
    m_dispatcher.registerRetries(m_registry);
  }

  Result<DueReport> until(Instant end) {
    TENANTRY_CHECK(JobQueue(m_session).enqueueAbsent(m_registry.recurring(m_clock.now())));
    for (;;) {
      TENANTRY_CHECK(doAllDueNow());
      TENANTRY_TRY(next, nextDue());
      if (!next || *next > end)
        break;
      m_clock.set(std::max(m_clock.now(), *next));
    }
    m_clock.set(std::max(m_clock.now(), end));
    return m_report;
  }

private:
  Result<> doAllDueNow() {
    for (bool isBusy = true; isBusy;) {
      TENANTRY_CHECK(dispatchAll());
      TENANTRY_TRY(handled, doOneJob());
      isBusy = handled;
    }
    return {};
  }

  Result<> dispatchAll() {
    for (int served = 1; served > 0;) {
      TENANTRY_TRY(organizations, m_dispatcher.turn(m_session));
      served = organizations;
      m_report.organizations += served;
    }
    return {};
  }

  /// One at a time, so that its events reach their consumers before the next.
  Result<bool> doOneJob() {
    TENANTRY_TRY(job, JobQueue(m_session).claimEarliest(u"due run"_s, drainLease));
    if (!job)
      return false;
    const auto outcome = m_runner.handle(m_session, std::move(*job));
    ++m_report.jobs;
    TENANTRY_TRY(dead, m_runner.settle(m_session, {outcome}));
    if (m_registry.find(outcome.job.kind) == nullptr)
      return tl::unexpected(outcome.result.error());
    if (!dead.empty())
      return died(dead.front().job, dead.front().result.error());
    return true;
  }

  Result<std::optional<Instant>> nextDue() {
    TENANTRY_TRY(job, JobQueue(m_session).nextDue());
    TENANTRY_TRY(dispatch, Dispatcher::nextDue(m_session));
    if (job && dispatch)
      return std::min(job, dispatch);
    return job ? job : dispatch;
  }

  store::Session &m_session;
  HandlerRegistry m_registry;
  Dispatcher m_dispatcher;
  JobRunner m_runner;
  VirtualClock &m_clock;
  DueReport m_report;
};

} // namespace

Result<DueReport> runDueUntil(store::Session &session, const HandlerRegistry &registry,
                              const std::vector<Consumer> &consumers, VirtualClock &clock,
                              Instant until) {
  return DueRun(session, registry, consumers, clock).until(until);
}

} // namespace tenantry::jobs
