// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/jobs/job.h"
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// Something that takes a while, wherever it runs.
struct WorkItem {
  QString key;   ///< of this piece of work
  QString title; ///< "Billing run"; for a job its kind
  qint64 done = 0;
  qint64 total = 0; ///< 0: unknown
  bool isCancelling = false;
  bool operator==(const WorkItem &) const = default;
};

/// What runs now: work of this console, and jobs of any worker that say how far they are.
class RunningWork : public QObject {
  Q_OBJECT

public:
  explicit RunningWork(Connection &connection, QObject *parent = nullptr);

  [[nodiscard]] const QList<WorkItem> &items() const { return m_items; }

  /// Work of this console shows itself under a key of its own until it is finished.
  void report(const WorkItem &item, const std::function<void()> &cancel);
  void finish(const QString &key);

public Q_SLOTS:
  void cancel(const QString &key);

Q_SIGNALS:
  void itemsChanged();
  void cancelFailed(const tenantry::Error &error);

private:
  struct Own {
    WorkItem item;
    std::function<void()> cancel;
  };
  void askForJobs();
  void cancelJob(const QString &key);
  void publish();

  Connection &m_connection;
  QList<WorkItem> m_items;
  std::vector<Own> m_own;
  QList<WorkItem> m_jobs;
  bool m_isAsking = false;
  QTimer m_timer;
};

} // namespace tenantry::models
