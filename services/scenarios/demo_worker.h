// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/dispatcher.h"
#include "services/jobs/job_runner.h"

namespace tenantry::scenarios {

/// What workers do about payments while the demo's time runs: everything due at this moment, many
/// jobs at a time. Renewals are not its part: the demo bills day by day, all organizations at once.
class DemoWorker {
public:
  explicit DemoWorker(store::Session &session);

  /// The jobs done. Error `job.dead` with what killed one.
  [[nodiscard]] Result<std::int64_t> workOff();

private:
  [[nodiscard]] Result<std::int64_t> doJobs();
  store::Session &m_session;
  jobs::HandlerRegistry m_registry;
  jobs::Dispatcher m_dispatcher;
  jobs::JobRunner m_runner;
};

} // namespace tenantry::scenarios
