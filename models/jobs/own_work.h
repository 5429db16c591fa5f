// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include <atomic>

namespace tenantry::models {

/// A piece of work of this console that shows itself in the status bar while it runs: how far it
/// is, and its cancel. One at a time.
class OwnWork : public QObject {
  Q_OBJECT

public:
  /// `name` begins its key among all that runs: "export".
  OwnWork(Connection &connection, RunningWork &work, const QString &name,
          QObject *parent = nullptr);
  ~OwnWork() override;

  void begin(const QString &title, qint64 total); ///< 0: unknown
  void end();
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

  /// For the thread that does it: tells how far it is; false: stop.
  using GoOn = std::function<bool(std::int64_t done)>;
  [[nodiscard]] GoOn goOn();

private:
  void report(qint64 done);

  Connection &m_connection;
  RunningWork &m_work;
  const QString m_key;
  QString m_title;
  qint64 m_done = 0, m_total = 0;
  bool m_isRunning = false;
  std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace tenantry::models
