// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/job.h"
#include <span>

namespace tenantry::jobs {

struct Claim {
  std::vector<QString> queues; ///< in order of preference
  std::vector<QString> kinds;  ///< only these; empty: every kind
  QString worker;              ///< who holds the lease: "host:pid:thread"
  int limit = 1;
  std::chrono::seconds lease{60};
};

struct JobFilter {
  std::vector<JobState> states; ///< empty: all
  QString kind;                 ///< empty: all
  int limit = 100;
};

struct JobCount {
  QString queue;
  JobState state = JobState::Ready;
  std::int64_t count = 0;
};

/// The table of jobs. Every call is a statement or transaction of its own, or part of the caller's.
/// Time comes from the session's clock. A worker that holds a job names it by id and number of the
/// claim: after its lease ran out and somebody else took the job its words count no more.
class JobQueue {
public:
  explicit JobQueue(store::Session &session) : m_session(session) {}

  /// The id of the new job, or of the one of that kind and key that waits already: it keeps its
  /// payload, and the earlier time and the higher priority count.
  [[nodiscard]] Result<JobId> enqueue(const NewJob &job);
  /// The same for many in one statement, in key order, so that two of them cannot deadlock.
  [[nodiscard]] Result<> enqueueMany(std::vector<NewJob> jobs);
  /// Those of which none waits or runs.
  [[nodiscard]] Result<> enqueueAbsent(std::vector<NewJob> jobs);
  /// Those of which none waits: one that does keeps its time, a pause after a failure for example.
  [[nodiscard]] Result<> enqueueUnlessWaiting(std::vector<NewJob> jobs);
  /// Those that wait for later than that run then.
  [[nodiscard]] Result<> notLater(const std::vector<NewJob> &jobs);

  /// Takes due jobs, in order of queue, priority, time.
  [[nodiscard]] Result<std::vector<Job>> claim(const Claim &claim);
  /// The one due job that is earliest in any queue.
  [[nodiscard]] Result<std::optional<Job>> claimEarliest(const QString &worker,
                                                         std::chrono::seconds lease);
  /// Number of those that were still held.
  [[nodiscard]] Result<std::int64_t> complete(std::span<const Job> jobs);
  /// Puts the job back for later, or buries it after its last attempt; `job.cancelled`, or a
  /// request to cancel, ends it. The state it has now: Cancelled also where another job of its kind
  /// and key waits, which then does the work; Running where it was not ours any more.
  [[nodiscard]] Result<JobState> fail(const Job &job, const Error &error,
                                      std::optional<Instant> retryAt = {});
  /// Gives jobs back that were claimed and not begun: as if never claimed.
  [[nodiscard]] Result<> release(std::span<const Job> jobs);
  /// Takes the jobs of workers that are gone; their attempts count. So do leases of more than an
  /// hour, given before the clock was set back. Number of jobs.
  [[nodiscard]] Result<int> reclaimExpired(int limit = 1000);
  [[nodiscard]] Result<> renewLeases(std::span<const Job> jobs, std::chrono::seconds lease);
  /// Renews the lease too. Errors `job.cancelled` (somebody asked for it), `job.lease_lost`.
  [[nodiscard]] Result<> reportProgress(const Job &job, std::int64_t done, std::int64_t total,
                                        std::chrono::seconds lease);

  /// One that waits ends at once; one that runs is asked to end. Error `job.not_found` if it does
  /// neither.
  [[nodiscard]] Result<> requestCancel(const JobId &id);
  /// Lets a dead job begin anew, now. Errors `job.not_found`; `store.duplicate` if another one
  /// waits already.
  [[nodiscard]] Result<> revive(const JobId &id);

  [[nodiscard]] Result<std::vector<Job>> list(const JobFilter &filter); ///< newest first
  [[nodiscard]] Result<std::optional<Job>> find(const JobId &id);
  [[nodiscard]] Result<std::vector<JobCount>> counts(); ///< without done and cancelled
  /// When the next waiting job is due.
  [[nodiscard]] Result<std::optional<Instant>> nextDue();
  /// Deletes what finished before: done and cancelled, dead. Number of jobs.
  [[nodiscard]] Result<std::int64_t> cleanUp(Instant finishedBefore, Instant deadBefore,
                                             int limit = 10'000);

private:
  struct Return;
  [[nodiscard]] Result<store::Rows> insert(std::vector<NewJob> jobs);
  [[nodiscard]] Result<> enqueueUnless(std::vector<JobState> states, std::vector<NewJob> jobs);
  [[nodiscard]] Result<std::vector<JobState>> giveBack(const std::vector<Return> &returns);
  store::Session &m_session;
};

/// When attempt `job.attempts` is followed by the next: 1 s, 2 s, 4 s … up to an hour, each up to a
/// quarter more or less by kind and key, so that what failed together does not come back together
/// (and a replay is exact).
[[nodiscard]] std::chrono::microseconds retryDelay(const Job &job);

} // namespace tenantry::jobs
