// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/worker.h"

namespace tenantry::jobs {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds shortestPause = 20ms;
constexpr std::chrono::milliseconds longestPause = 1s;
/// After that the rest of a batch is given back, so that idle workers can take it.
constexpr auto longestHold = 100ms;

} // namespace

void HeldJobs::add(std::span<const Job> jobs) {
  const std::lock_guard guard(m_mutex);
  for (const auto &job : jobs)
    m_jobs.insert_or_assign(job.id, job);
}

void HeldJobs::remove(const Job &job) {
  const std::lock_guard guard(m_mutex);
  const auto found = m_jobs.find(job.id);
  if (found != m_jobs.end() && found->second.attempts == job.attempts)
    m_jobs.erase(found);
}

std::vector<Job> HeldJobs::all() const {
  const std::lock_guard guard(m_mutex);
  std::vector<Job> jobs;
  for (const auto &[id, job] : m_jobs)
    jobs.push_back(job);
  return jobs;
}

Worker::Worker(Settings settings, const HandlerRegistry &registry, HeldJobs &held,
               const PoolSignal &signal)
    : m_settings(std::move(settings)),
      m_runner(registry, m_settings.lease, [&signal] { return signal.isStopping(); }), m_held(held),
      m_signal(signal), m_queues(registry.queues()), m_kinds(registry.kinds()),
      m_pause(shortestPause) {}

Result<std::chrono::milliseconds> Worker::round(store::Session &session) {
  TENANTRY_CHECK(writeDown(session));
  if (m_signal.isStopping() || m_queues.empty())
    return longestPause;
  std::rotate(m_queues.begin(), m_queues.begin() + 1, m_queues.end());
  TENANTRY_TRY(jobs, JobQueue(session).claim(
                         {m_queues, m_kinds, m_settings.name, m_settings.batch, m_settings.lease}));
  if (jobs.empty()) {
    m_pause = std::min(m_pause * 2, longestPause);
    return m_pause;
  }
  m_pause = shortestPause;
  TENANTRY_CHECK(work(session, std::move(jobs)));
  return 0ms;
}

Result<> Worker::work(store::Session &session, std::vector<Job> jobs) {
  m_held.add(jobs);
  const auto begun = std::chrono::steady_clock::now();
  for (auto &job : jobs) {
    const bool isBegun = &job == &jobs.front();
    const bool isTime = std::chrono::steady_clock::now() - begun < longestHold;
    if (isBegun || (isTime && !m_signal.isStopping() && session.database.isConnected()))
      m_unwritten.push_back(m_runner.handle(session, std::move(job)));
    else
      m_unbegun.push_back(std::move(job));
  }
  return writeDown(session);
}

Result<> Worker::writeDown(store::Session &session) {
  if (!m_unwritten.empty())
    TENANTRY_CHECK(m_runner.settle(session, m_unwritten));
  for (const auto &outcome : m_unwritten)
    m_held.remove(outcome.job);
  m_unwritten.clear();
  TENANTRY_CHECK(JobQueue(session).release(m_unbegun));
  for (const auto &job : m_unbegun)
    m_held.remove(job);
  m_unbegun.clear();
  return {};
}

} // namespace tenantry::jobs
