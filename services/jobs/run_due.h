// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/dispatcher.h"

namespace tenantry::jobs {

struct DueReport {
  std::int64_t jobs = 0;          ///< handled, each attempt counted
  std::int64_t organizations = 0; ///< served by the dispatcher, each turn counted
};

/// The worker without threads, for scenarios and tests: dispatches events and does jobs one by one
/// in the order of their time, moving the clock from one to the next, until nothing is due up to
/// and including `until`, where the clock then stands. Recurring jobs are enqueued where they are
/// absent. The session's clock must be `clock`. Error `job.dead`, with what killed it, when a job
/// has failed for good; `job.unknown_kind` when nobody does one.
[[nodiscard]] Result<DueReport> runDueUntil(store::Session &session,
                                            const HandlerRegistry &registry,
                                            const std::vector<Consumer> &consumers,
                                            VirtualClock &clock, Instant until);

} // namespace tenantry::jobs
