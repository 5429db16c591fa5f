// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/own_work.h"
#include "models/paging/paged_list_model.h"

namespace tenantry::models {

/// Writes a list to a CSV file: every row that matches, in the order and with the columns that are
/// shown, with progress and cancel. A file that stood there stays until the new one is whole.
class ListExport : public QObject {
  Q_OBJECT

public:
  ListExport(Connection &connection, RunningWork &work, PagedListModel &list,
             QObject *parent = nullptr);

  void start(const QString &path, const QList<int> &columns); ///< does nothing while one runs
  void cancel() { m_work.cancel(); }
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
  void runningChanged();
  void finished(const QString &path, qint64 rows);
  void cancelled();
  void failed(const tenantry::Error &error);

private:
  void finish(const QString &path, const Result<std::int64_t> &rows);

  Connection &m_connection;
  PagedListModel &m_list;
  OwnWork m_work;
};

} // namespace tenantry::models
