// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/job_runner.h"
#include "services/core/crash_point.h"
#include "services/core/log.h"

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

Result<> call(const Handler *handler, store::Session &session, const Job &job,
              JobProgress &progress) {
  if (handler == nullptr)
    return fail(u"job.unknown_kind"_s,
                u"Nothing here handles jobs of the kind %1."_s.arg(job.kind));
  try {
    return (*handler)(session, job, progress);
  } catch (const std::exception &exception) {
    return fail(u"job.exception"_s, u"The handler of %1 broke off: %2"_s.arg(
                                        job.kind, QString::fromUtf8(exception.what())));
  }
}

void log(const Job &job, const Error &error, JobState state) {
  spdlog::log(state == JobState::Dead ? spdlog::level::err : spdlog::level::warn,
              "job {} {} attempt {} of {} is {}: {}", job.kind, job.id.toString(), job.attempts,
              job.maxAttempts, toString(state), error.code);
}

} // namespace

Outcome JobRunner::handle(store::Session &session, Job job) const {
  crashPoint("jobs.claimed");
  JobProgress progress(session, job, m_lease, m_isStopping);
  auto result = call(m_registry.find(job.kind), session, job, progress);
  crashPoint("jobs.handled");
  return {std::move(job), std::move(result)};
}

Result<std::vector<Outcome>> JobRunner::settle(store::Session &session,
                                               const std::vector<Outcome> &outcomes) const {
  crashPoint("jobs.before_complete");
  return session.database.transaction([&]() -> Result<std::vector<Outcome>> {
    JobQueue queue(session);
    std::vector<Job> completed;
    std::vector<NewJob> successors;
    std::vector<Outcome> dead;
    for (const auto &[job, result] : outcomes) {
      auto state = JobState::Done;
      if (result) {
        completed.push_back(job);
      } else if (result.error().code == u"job.interrupted") {
        TENANTRY_CHECK(queue.release({&job, 1}));
        continue;
      } else {
        TENANTRY_TRY(failed, queue.fail(job, result.error()));
        state = failed;
        log(job, result.error(), state);
      }
      if (state == JobState::Dead)
        dead.push_back({job, result});
      if (const auto next = m_registry.successor(job, session.clock.now());
          next && state != JobState::Ready)
        successors.push_back(*next);
    }
    TENANTRY_CHECK(queue.complete(completed));
    TENANTRY_CHECK(queue.enqueueMany(std::move(successors)));
    return dead;
  });
}

} // namespace tenantry::jobs
