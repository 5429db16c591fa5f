// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/handler.h"

namespace tenantry::jobs {

/// A job that was handled, and how that went.
struct Outcome {
  Job job;
  Result<> result;
};

/// Calls handlers and writes down what came of it. Used by each worker, and by the driver of
/// virtual time.
class JobRunner {
public:
  /// `isStopping`: see JobProgress.
  JobRunner(const HandlerRegistry &registry, std::chrono::seconds lease,
            std::function<bool()> isStopping = {})
      : m_registry(registry), m_lease(lease), m_isStopping(std::move(isStopping)) {}

  /// Exceptions of the handler become `job.exception`; a kind without handler is
  /// `job.unknown_kind`.
  [[nodiscard]] Outcome handle(store::Session &session, Job job) const;
  /// Completes, fails or (`job.interrupted`) gives back each, and enqueues what recurs, in one
  /// transaction. Gives those that died.
  [[nodiscard]] Result<std::vector<Outcome>> settle(store::Session &session,
                                                    const std::vector<Outcome> &outcomes) const;

private:
  const HandlerRegistry &m_registry;
  std::chrono::seconds m_lease;
  std::function<bool()> m_isStopping;
};

} // namespace tenantry::jobs
