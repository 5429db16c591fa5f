// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/jobs/worker_pool.h"

namespace tenantry::daemon {

struct Settings {
  QString database; ///< libpq URI; its login is a member of the worker group
  int workers = 2;
};

/// The workers of a server's database, ready to start. They outlive a lost connection and open it
/// again. Errors of the first connection; `store.not_migrated`, `store.schema_older`,
/// `store.schema_newer`.
[[nodiscard]] Result<std::unique_ptr<jobs::WorkerPool>> makeWorkers(const Settings &settings,
                                                                    const Clock &clock);

} // namespace tenantry::daemon
