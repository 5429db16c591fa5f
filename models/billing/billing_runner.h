// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/jobs/own_work.h"

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

  void start(); ///< does nothing while one runs
  void cancel() { m_work.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
  void runningChanged();
  void finished(const tenantry::models::RunOutcome &outcome);
  void failed(const tenantry::Error &error);

private:
  void finish(const Result<RunOutcome> &outcome);

  Connection &m_connection;
  OwnWork m_work;
};

} // namespace tenantry::models
