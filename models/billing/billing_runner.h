// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "models/jobs/own_work.h"
#include "services/billing/run_picture.h"
#include <QFuture>

namespace tenantry::models {

/// What a run of this console came to.
struct RunOutcome {
  qint64 subscriptions = 0;
  qint64 invoices = 0;
  qint64 drafts = 0;                       ///< of the invoices: they stay drafts
  std::map<Currency, std::int64_t> totals; ///< minor units
  bool wasCancelled = false;               ///< what was done until then stays
  int leftOut = 0;                         ///< organizations that could not be billed
  int lowered = 0;                         ///< drafts that were there
  std::map<Currency, std::int64_t> loweredBy{};
};

/// Says what is due now, and issues it if it still is that, with progress and cancel. What the
/// workers do at the same time is done once, by whoever comes first.
class BillingRunner : public QObject {
  Q_OBJECT

public:
  BillingRunner(Connection &connection, RunningWork &work, QObject *parent = nullptr);
  ~BillingRunner() override;

  void look();                                 ///< does nothing while it looks or runs
  void stopLooking();                          ///< at once, also within a statement
  void start(const billing::RunPicture &seen); ///< does nothing while one runs
  void cancel() { m_work.cancel(); }
  [[nodiscard]] bool isLooking() const { return m_cancelled != nullptr; }
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
  void runningChanged(); ///< or it looks, or not any more
  void looked(const tenantry::billing::RunPicture &picture);
  void finished(const tenantry::models::RunOutcome &outcome);
  void failed(const tenantry::Error &error);

private:
  using Picture = std::optional<billing::RunPicture>;
  void reportLook(qint64 done);
  void finishLook(const Result<Picture> &picture);
  void finish(const Result<RunOutcome> &outcome);

  Connection &m_connection;
  RunningWork &m_all;
  OwnWork m_work;
  const QString m_lookKey;
  std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of the look at work; null: none
  QFuture<Result<Picture>> m_pending;
};

} // namespace tenantry::models
