// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "models/bulk/bulk_target.h"
#include "models/jobs/own_work.h"
#include <QFuture>

namespace tenantry::models {

/// Previews an act over many rows, carries it out row by row with progress and cancel, and takes it
/// back. A row that fails does not keep the others; where the database is away or says no to all,
/// the rest is not tried. One of these at a time.
class BulkRun : public QObject {
  Q_OBJECT

public:
  BulkRun(Connection &connection, RunningWork &work, QObject *parent = nullptr);

  void preview(const BulkAct &act, const BulkTarget &target);
  /// `seen`: of what would change only the rows that a preview said so of, each as it was shown
  /// there: what came since is counted and left, and what comes to something else fails. None: all
  /// of the target, as it is by then.
  void start(const BulkAct &act, const BulkTarget &target,
             std::shared_ptr<const SeenRows> seen = {});
  void undo(const QString &title, std::vector<BulkChange> changes); ///< the last one first
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
  void runningChanged();
  void previewed(const tenantry::models::BulkPreview &preview);
  void previewFailed(const tenantry::Error &error); ///< not where it was cancelled
  void finished(const tenantry::models::BulkReport &report);
  void undone(const tenantry::models::BulkReport &report);

private:
  template <typename Work, typename Then>
  void run(const QString &title, qint64 rows, Work work, Then then);

  Connection &m_connection;
  OwnWork m_work;
};

} // namespace tenantry::models
