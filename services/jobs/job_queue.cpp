// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jobs/job_queue.h"
#include <QHash>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::jobs {

namespace {

/// No lease is as long.
constexpr std::chrono::hours longestLease{1};

constexpr std::array stateNames{
    std::pair{JobState::Ready, "ready"}, std::pair{JobState::Running, "running"},
    std::pair{JobState::Done, "done"}, std::pair{JobState::Dead, "dead"},
    std::pair{JobState::Cancelled, "cancelled"}};

JobState stateOf(const QString &name) {
  for (const auto &[state, text] : stateNames)
    if (name == QLatin1StringView(text))
      return state;
  throw ProgrammingError("The state of a job is one that the program does not know: " +
                         name.toStdString());
}

Job jobOf(const store::Row &row) {
  Job job;
  job.id = row.get<JobId>(0);
  job.queue = row.get<QString>(1);
  job.kind = row.get<QString>(2);
  job.key = row.get<QString>(3);
  job.payload = row.get<Json>(4);
  job.state = stateOf(row.get<QString>(5));
  job.priority = row.get<int>(6);
  job.runAt = row.get<Instant>(7);
  job.attempts = row.get<int>(8);
  job.maxAttempts = row.get<int>(9);
  job.done = row.get<std::int64_t>(10);
  job.total = row.get<std::int64_t>(11);
  job.cancelRequested = row.get<bool>(12);
  job.worker = row.get<std::optional<QString>>(13);
  job.leaseUntil = row.get<std::optional<Instant>>(14);
  job.lastError = row.get<std::optional<QString>>(15);
  job.createdAt = row.get<Instant>(16);
  job.finishedAt = row.get<std::optional<Instant>>(17);
  return job;
}

std::vector<Job> jobsOf(const store::Rows &rows) {
  std::vector<Job> jobs;
  jobs.reserve(static_cast<std::size_t>(rows.size()));
  for (const auto row : rows)
    jobs.push_back(jobOf(row));
  return jobs;
}

/// A column of an array parameter.
template <typename Range, typename Get> auto column(const Range &range, Get get) {
  std::vector<std::decay_t<std::invoke_result_t<Get, decltype(*std::begin(range))>>> values;
  values.reserve(std::size(range));
  for (const auto &item : range)
    values.push_back(std::invoke(get, item));
  return values;
}

/// One of each kind and key in key order: a statement cannot touch the same row twice.
std::vector<NewJob> distinct(std::vector<NewJob> jobs) {
  std::map<std::pair<QString, QString>, NewJob> byKey;
  for (auto &job : jobs) {
    auto [found, isNew] = byKey.try_emplace({job.kind, job.key}, job);
    if (!isNew) {
      found->second.runAt = std::min(found->second.runAt, job.runAt);
      found->second.priority = std::max(found->second.priority, job.priority);
    }
  }
  return column(byKey, [](const auto &entry) { return entry.second; });
}

Failure notFound(const JobId &id, const QString &sentence) {
  return fail(u"job.not_found"_s, sentence.arg(id.toString()));
}

} // namespace

QString toString(JobState state) {
  for (const auto &[known, text] : stateNames)
    if (known == state)
      return QLatin1StringView(text);
  throw ProgrammingError("A job has no such state.");
}

std::chrono::microseconds retryDelay(const Job &job) {
  using namespace std::chrono;
  const auto base =
      std::min<microseconds>(seconds(1) * (1LL << std::clamp(job.attempts - 1, 0, 12)), hours(1));
  const auto percent =
      75 +
      static_cast<int>(qHash(job.kind + u'/' + job.key, static_cast<size_t>(job.attempts)) % 51);
  return base * percent / 100;
}

/// What becomes of a claim that did not lead to the end.
struct JobQueue::Return {
  JobId id;
  int attempts = 0;
  JobState state = JobState::Ready;
  Instant runAt{};
  bool isUncounted = false;
  std::optional<QString> error;
};

Result<store::Rows> JobQueue::insert(std::vector<NewJob> jobs) {
  const auto now = m_session.clock.now();
  const auto sorted = distinct(std::move(jobs));
  return m_session.database.query(
      "job_enqueue",
      {{"job_ids", column(sorted, [now](const NewJob &) { return makeId<JobId>(now); })},
       {"queues", column(sorted, &NewJob::queue)},
       {"kinds", column(sorted, &NewJob::kind)},
       {"keys", column(sorted, &NewJob::key)},
       {"payloads", column(sorted, &NewJob::payload)},
       {"priorities", column(sorted, &NewJob::priority)},
       {"run_ats", column(sorted, &NewJob::runAt)},
       {"max_attempts", column(sorted, &NewJob::maxAttempts)},
       {"now", now}});
}

Result<JobId> JobQueue::enqueue(const NewJob &job) {
  TENANTRY_TRY(rows, insert({job}));
  return rows[0].get<JobId>(0);
}

Result<> JobQueue::enqueueMany(std::vector<NewJob> jobs) {
  if (!jobs.empty())
    TENANTRY_CHECK(insert(std::move(jobs)));
  return {};
}

Result<> JobQueue::enqueueUnless(std::vector<JobState> states, std::vector<NewJob> jobs) {
  if (jobs.empty())
    return {};
  TENANTRY_TRY(present,
               m_session.database.query("job_present", {{"states", column(states, toString)},
                                                        {"kinds", column(jobs, &NewJob::kind)},
                                                        {"keys", column(jobs, &NewJob::key)}}));
  std::set<std::pair<QString, QString>> keys;
  for (const auto row : present)
    keys.emplace(row.get<QString>(0), row.get<QString>(1));
  std::erase_if(jobs, [&keys](const NewJob &job) { return keys.contains({job.kind, job.key}); });
  return enqueueMany(std::move(jobs));
}

Result<> JobQueue::enqueueAbsent(std::vector<NewJob> jobs) {
  return enqueueUnless({JobState::Ready, JobState::Running}, std::move(jobs));
}

Result<> JobQueue::enqueueUnlessWaiting(std::vector<NewJob> jobs) {
  return enqueueUnless({JobState::Ready}, std::move(jobs));
}

Result<> JobQueue::notLater(const std::vector<NewJob> &jobs) {
  TENANTRY_CHECK(
      m_session.database.execute("job_not_later", {{"kinds", column(jobs, &NewJob::kind)},
                                                   {"keys", column(jobs, &NewJob::key)},
                                                   {"run_ats", column(jobs, &NewJob::runAt)}}));
  return {};
}

Result<std::vector<Job>> JobQueue::claim(const Claim &claim) {
  const auto now = m_session.clock.now();
  TENANTRY_TRY(rows, m_session.database.query("job_claim", {{"queues", claim.queues},
                                                            {"kinds", claim.kinds},
                                                            {"worker", claim.worker},
                                                            {"limit", claim.limit},
                                                            {"now", now},
                                                            {"lease_until", now + claim.lease}}));
  auto jobs = jobsOf(rows);
  const auto placeOf = [&claim](const Job &job) {
    return std::find(claim.queues.begin(), claim.queues.end(), job.queue) - claim.queues.begin();
  };
  std::sort(jobs.begin(), jobs.end(), [&placeOf](const Job &a, const Job &b) {
    return std::tuple(placeOf(a), -a.priority, a.runAt, a.id) <
           std::tuple(placeOf(b), -b.priority, b.runAt, b.id);
  });
  return jobs;
}

Result<std::optional<Job>> JobQueue::claimEarliest(const QString &worker,
                                                   std::chrono::seconds lease) {
  const auto now = m_session.clock.now();
  TENANTRY_TRY(rows, m_session.database.query(
                         "job_claim_earliest",
                         {{"worker", worker}, {"now", now}, {"lease_until", now + lease}}));
  return rows.isEmpty() ? std::optional<Job>{} : jobOf(rows[0]);
}

Result<std::int64_t> JobQueue::complete(std::span<const Job> jobs) {
  return m_session.database.execute("job_complete", {{"job_ids", column(jobs, &Job::id)},
                                                     {"attempts", column(jobs, &Job::attempts)},
                                                     {"now", m_session.clock.now()}});
}

/// The states in the order of the returns; Running for what was not ours any more.
Result<std::vector<JobState>> JobQueue::giveBack(const std::vector<Return> &returns) {
  const auto attempt = [&] {
    return m_session.database.transaction([&] {
      return m_session.database.query(
          "job_give_back",
          {{"job_ids", column(returns, &Return::id)},
           {"attempts", column(returns, &Return::attempts)},
           {"states", column(returns, [](const Return &one) { return toString(one.state); })},
           {"run_ats", column(returns, &Return::runAt)},
           {"uncounted",
            column(returns, [](const Return &one) { return one.isUncounted ? 1 : 0; })},
           {"errors", column(returns, &Return::error)},
           {"now", m_session.clock.now()}});
    });
  };
  auto rows = attempt();
  // A job of the same kind and key was enqueued in the very moment: seen the second time, it takes
  // the place.
  for (int more = 3; !rows && rows.error().code == u"store.duplicate" && more > 0; --more)
    rows = attempt();
  if (!rows)
    return tl::unexpected(rows.error());
  std::map<JobId, JobState> states;
  for (const auto row : *rows)
    states.emplace(row.get<JobId>(0), stateOf(row.get<QString>(1)));
  return column(returns, [&states](const Return &one) {
    const auto found = states.find(one.id);
    return found == states.end() ? JobState::Running : found->second;
  });
}

Result<JobState> JobQueue::fail(const Job &job, const Error &error,
                                std::optional<Instant> retryAt) {
  const auto now = m_session.clock.now();
  auto state = job.attempts >= job.maxAttempts ? JobState::Dead : JobState::Ready;
  if (error.code == u"job.cancelled")
    state = JobState::Cancelled;
  TENANTRY_TRY(states,
               giveBack({{job.id, job.attempts, state, retryAt.value_or(now + retryDelay(job)),
                          false, error.toString()}}));
  return states.front();
}

Result<> JobQueue::release(std::span<const Job> jobs) {
  if (jobs.empty())
    return {};
  TENANTRY_CHECK(giveBack(column(jobs, [](const Job &job) {
    return Return{job.id, job.attempts, JobState::Ready, job.runAt, true, std::nullopt};
  })));
  return {};
}

Result<int> JobQueue::reclaimExpired(int limit) {
  return m_session.database.transaction([&]() -> Result<int> {
    const auto now = m_session.clock.now();
    TENANTRY_TRY(
        rows, m_session.database.query(
                  "job_expired", {{"now", now}, {"latest", now + longestLease}, {"limit", limit}}));
    std::vector<Return> returns;
    for (const auto row : rows) {
      const auto [id, attempts, maxAttempts] = row.as<JobId, int, int>();
      // What kills its worker each time must not do so for ever.
      const auto state = attempts >= maxAttempts ? JobState::Dead : JobState::Ready;
      returns.push_back(
          {id, attempts, state, now, false, u"The worker went away. [job.worker_lost]"_s});
    }
    if (!returns.empty())
      TENANTRY_CHECK(giveBack(returns));
    return static_cast<int>(returns.size());
  });
}

Result<> JobQueue::renewLeases(std::span<const Job> jobs, std::chrono::seconds lease) {
  TENANTRY_CHECK(
      m_session.database.execute("job_renew", {{"job_ids", column(jobs, &Job::id)},
                                               {"attempts", column(jobs, &Job::attempts)},
                                               {"lease_until", m_session.clock.now() + lease}}));
  return {};
}

Result<> JobQueue::reportProgress(const Job &job, std::int64_t done, std::int64_t total,
                                  std::chrono::seconds lease) {
  TENANTRY_TRY(row, m_session.database.one<bool>("job_progress",
                                                 {{"job_id", job.id},
                                                  {"attempts", job.attempts},
                                                  {"done", done},
                                                  {"total", total},
                                                  {"lease_until", m_session.clock.now() + lease}}));
  if (!row)
    return tenantry::fail(
        u"job.lease_lost"_s,
        u"Job %1 took longer than its lease and belongs to another worker now."_s.arg(
            job.id.toString()));
  if (std::get<0>(*row))
    return tenantry::fail(u"job.cancelled"_s,
                          u"Job %1 was cancelled on request."_s.arg(job.id.toString()));
  return {};
}

Result<> JobQueue::requestCancel(const JobId &id) {
  TENANTRY_TRY(changed,
               m_session.database.execute("job_request_cancel",
                                          {{"job_id", id}, {"now", m_session.clock.now()}}));
  return changed > 0
             ? Result<>{}
             : notFound(
                   id,
                   u"Job %1 is neither waiting nor running; list the jobs to see what became of it."_s);
}

Result<> JobQueue::revive(const JobId &id) {
  TENANTRY_TRY(changed, m_session.database.execute(
                            "job_revive", {{"job_id", id}, {"now", m_session.clock.now()}}));
  return changed > 0
             ? Result<>{}
             : notFound(id, u"Job %1 is not dead; list the jobs to see what became of it."_s);
}

Result<std::vector<Job>> JobQueue::list(const JobFilter &filter) {
  TENANTRY_TRY(rows,
               m_session.database.query("job_list", {{"states", column(filter.states, toString)},
                                                     {"kind", filter.kind},
                                                     {"limit", filter.limit}}));
  return jobsOf(rows);
}

Result<std::optional<Job>> JobQueue::find(const JobId &id) {
  TENANTRY_TRY(rows, m_session.database.query("job_by_id", {{"job_id", id}}));
  return rows.isEmpty() ? std::optional<Job>{} : jobOf(rows[0]);
}

Result<std::vector<JobCount>> JobQueue::counts() {
  TENANTRY_TRY(rows, m_session.database.query("job_counts"));
  std::vector<JobCount> counts;
  for (const auto row : rows)
    counts.push_back({row.get<QString>(0), stateOf(row.get<QString>(1)), row.get<std::int64_t>(2)});
  return counts;
}

Result<std::optional<Instant>> JobQueue::nextDue() {
  TENANTRY_TRY(row, m_session.database.one<std::optional<Instant>>("job_next_due"));
  return std::get<0>(row.value());
}

Result<std::int64_t> JobQueue::cleanUp(Instant finishedBefore, Instant deadBefore, int limit) {
  return m_session.database.execute(
      "job_clean_up",
      {{"finished_before", finishedBefore}, {"dead_before", deadBefore}, {"limit", limit}});
}

} // namespace tenantry::jobs
