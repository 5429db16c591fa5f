// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/period.h"
#include <QWidget>

namespace tenantry::ui {

/// How far a period has gone: filled up to today.
class PeriodBar : public QWidget {
  Q_OBJECT

public:
  explicit PeriodBar(QWidget *parent = nullptr);

  void setPeriod(const DayRange &period, LocalDay today);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  double m_share = 0;
};

} // namespace tenantry::ui
