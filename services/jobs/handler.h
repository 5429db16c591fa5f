// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/job_progress.h"
#include <map>
#include <set>

namespace tenantry::jobs {

/// Does the work of a job, outside of the transaction that claimed it: it opens its own. It may be
/// called more than once for the same job (after a crash between its commit and the job's), so what
/// it does must be once-only by itself. An error is tried again later, with growing pauses;
/// `job.cancelled` ends the job.
using Handler = std::function<Result<>(store::Session &, const Job &, JobProgress &)>;

/// A job that always exists, under the key "recurring": the next run is enqueued when one ends.
struct Recurring {
  QString kind;
  QString queue;
  std::chrono::seconds every{60};
};

/// Which handler does which kind of job, in which queue. Complete before workers start; read by all
/// of them.
class HandlerRegistry {
public:
  void add(const QString &kind, const QString &queue,
           Handler handler); ///< throws ProgrammingError for a kind twice
  void addRecurring(const Recurring &recurring, Handler handler);

  [[nodiscard]] const Handler *find(const QString &kind) const; ///< nullptr: not one of ours
  [[nodiscard]] std::vector<QString> queues() const;
  [[nodiscard]] std::vector<QString> kinds() const;

  /// The recurring jobs, to be enqueued where they are absent.
  [[nodiscard]] std::vector<NewJob> recurring(Instant now) const;
  /// The same at the latest moment that each may wait for, its pause after failures included: what
  /// waits longer was enqueued before the clock was set back.
  [[nodiscard]] std::vector<NewJob> recurringAtLatest(Instant now) const;
  /// What follows a recurring job: the next whole interval after its time that lies in the future.
  [[nodiscard]] std::optional<NewJob> successor(const Job &job, Instant now) const;

private:
  struct Entry {
    QString queue;
    Handler handler;
    std::optional<std::chrono::seconds> every;
  };
  void insert(const QString &kind, Entry entry);
  std::map<QString, Entry> m_entries;
};

} // namespace tenantry::jobs
