// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

/// How much of a limit is used: amber from 80 %, red from 100 %, where the part above the limit is
/// set apart by a mark. Says the same in words to screen readers.
class UsageBar : public QWidget {
public:
  explicit UsageBar(QWidget *parent = nullptr);

  /// `limit` 0: unlimited, an empty track. `what` names the metric ("API calls"). Both are in its
  /// smallest unit, 10^-decimals.
  void setUsage(const QString &what, qint64 used, qint64 limit, int decimals = 0);
  [[nodiscard]] Tone tone() const;
  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  qint64 m_used = 0;
  qint64 m_limit = 0;
};

} // namespace tenantry::ui
