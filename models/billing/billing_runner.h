// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/jobs/running_work.h"
#include <atomic>

namespace tenantry::models {

/// What a run of this console came to.
struct RunOutcome {
  qint64 subscriptions = 0;
  qint64 invoices = 0;
  std::map<Currency, std::int64_t> totals; ///< minor units
  bool wasCancelled = false;               ///< what was done until then stays
};

/// Issues everything that is due now, with progress and cancel. What the workers do at the same
/// time is done once, by whoever comes first.
class BillingRunner : public QObject {
  Q_OBJECT

public:
  BillingRunner(Connection &connection, RunningWork &work, QObject *parent = nullptr);
  ~BillingRunner() override;

  void start(); ///< does nothing while one runs
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
  void runningChanged();
  void finished(const tenantry::models::RunOutcome &outcome);
  void failed(const tenantry::Error &error);

private:
  void progress(qint64 done);
  void finish(const Result<RunOutcome> &outcome);

  Connection &m_connection;
  RunningWork &m_work;
  bool m_isRunning = false;
  qint64 m_done = 0;
  std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace tenantry::models
