// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/jobs/running_work.h"
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace tenantry::ui {

class Label;

/// Something that runs: what, how far it is, and its cancel.
class WorkRow : public QWidget {
  Q_OBJECT

public:
  explicit WorkRow(QPushButton *cancel, QWidget *parent = nullptr);

  /// `others`: how many more run, which are not seen here.
  void show(const models::WorkItem &item, qsizetype others = 0);
  [[nodiscard]] const QString &key() const { return m_key; }
  [[nodiscard]] QPushButton *cancel() const { return m_cancel; }

Q_SIGNALS:
  void cancelRequested(const QString &key);

private:
  Label *m_title;
  QProgressBar *m_bar;
  Label *m_amount;
  QPushButton *m_cancel;
  QString m_key;
};

/// As small as the status bar has them.
[[nodiscard]] QPushButton *makeSmallButton(const QString &icon, const QString &name);

} // namespace tenantry::ui
