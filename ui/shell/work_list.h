// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include <QFrame>

class QBoxLayout;

namespace tenantry::ui {

class WorkRow;

/// All that runs, over the status bar: each with how far it is and its cancel. Closes with Esc, a
/// click elsewhere, and when nothing is left.
class WorkList : public QFrame {
  Q_OBJECT

public:
  explicit WorkList(QWidget *parent);

  /// In their order; a row stays the same one while its work runs, so that the focus does.
  void setWork(const QList<models::WorkItem> &items);
  void showAbove(const QWidget &part);

Q_SIGNALS:
  void cancelRequested(const QString &key);

private:
  QBoxLayout *m_rows;
  QHash<QString, WorkRow *> m_known; ///< by key
};

} // namespace tenantry::ui
