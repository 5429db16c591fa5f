// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"

namespace tenantry::jobs {

using store::Json;

enum class JobState { Ready, Running, Done, Dead, Cancelled };
[[nodiscard]] QString toString(JobState state); ///< "ready", "running", …: the words of the table

/// Work to be done at or after `runAt`. While a job of the same kind and key waits there is no
/// second one.
struct NewJob {
  QString queue;
  QString kind; ///< "audit.seal": which handler
  QString key;  ///< what it is about; says with the kind what "the same work" is
  Json payload = Json::object();
  Instant runAt{};
  int priority = 0; ///< higher first, within a queue
  int maxAttempts = 20;
};

struct Job {
  JobId id;
  QString queue;
  QString kind;
  QString key;
  Json payload;
  JobState state = JobState::Ready;
  int priority = 0;
  Instant runAt{};
  int attempts =
      0; ///< claims so far; while it runs also the number of this claim, which no other claim has
  int maxAttempts = 0;
  std::int64_t done = 0; ///< of `total`, in the handler's own unit
  std::int64_t total = 0;
  bool cancelRequested = false;
  std::optional<QString> worker;
  std::optional<Instant> leaseUntil;
  std::optional<QString> lastError; ///< "sentence [code]"
  Instant createdAt{};
  std::optional<Instant> finishedAt;
};

} // namespace tenantry::jobs
