// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include "models/paging/paged_list_model.h"
#include <atomic>

namespace tenantry::models {

/// Writes a list to a CSV file: every row that matches, in the order and with the columns that are
/// shown, with progress and cancel. A file that stood there stays until the new one is whole.
class ListExport : public QObject {
  Q_OBJECT

public:
  ListExport(Connection &connection, RunningWork &work, PagedListModel &list,
             QObject *parent = nullptr);
  ~ListExport() override;

  void start(const QString &path, const QList<int> &columns); ///< does nothing while one runs
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
  void runningChanged();
  void finished(const QString &path, qint64 rows);
  void cancelled();
  void failed(const tenantry::Error &error);

private:
  void progress(qint64 rows);
  void finish(const QString &path, const Result<std::int64_t> &rows);

  Connection &m_connection;
  RunningWork &m_work;
  PagedListModel &m_list;
  const QString m_key; ///< of this piece of work
  bool m_isRunning = false;
  qint64 m_rows = 0;
  std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace tenantry::models
