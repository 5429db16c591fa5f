// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/billing_run.h"

namespace tenantry::billing {

/// Opens a connection of its own for a worker, on the thread of that worker.
using ConnectWorker = std::function<Result<std::unique_ptr<store::Database>>()>;

/// A run over the whole book by several workers side by side, each a thread with a connection: they
/// take shares of the book from one list (DueShares) until it is empty. Of the errors the first one
/// comes back, after the others have finished the chunk that they were at; what was done stays
/// done, and the next run does the rest.
/// `workers` ≥ 1; `chunkSize`: subscriptions per transaction.
[[nodiscard]] Result<RunSummary> runSideBySide(const ConnectWorker &connect, const Clock &clock,
                                               const QString &actor, int workers,
                                               int chunkSize = 5000);

} // namespace tenantry::billing
