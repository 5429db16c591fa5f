// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/own_work.h"
#include "services/billing/months.h"
#include <chrono>

namespace tenantry::models {

/// Writes the books to a CSV file, with progress and cancel. A file that stood there stays until
/// the new one is whole.
class BookExport : public QObject {
  Q_OBJECT

public:
  enum class Kind { Journal, OpenItems, Balances, Receipts, Revenue, Tax, Movements, Schedule };

  BookExport(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  /// What is owed, by customers or to them, is that of the end of this day.
  [[nodiscard]] static LocalDay lastDayOf(std::chrono::year_month month);
  /// Does nothing while one runs. `month`: of all but the schedule.
  void start(Kind kind, std::chrono::year_month month, const QString &path);
  void cancel() { m_work.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
  void runningChanged();
  void finished(const QString &path, qint64 rows);
  void cancelled();
  void failed(const tenantry::Error &error);

private:
  Connection &m_connection;
  OwnWork m_work;
};

} // namespace tenantry::models
