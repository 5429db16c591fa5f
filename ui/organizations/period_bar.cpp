// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/period_bar.h"
#include "ui/theme/paint.h"
#include "ui/widgets/format.h"
#include <QPainter>

namespace tenantry::ui {

namespace {
constexpr int barHeight = 6;
}

PeriodBar::PeriodBar(QWidget *parent) : QWidget(parent) { setFixedHeight(barHeight); }

void PeriodBar::setPeriod(const DayRange &period, LocalDay today) {
  const double days = std::max(period.days(), 1);
  m_share = std::clamp(double((today - period.from).count()) / days, 0.0, 1.0);
  setAccessibleName(tr("%1 of the period is over").arg(formatShare(m_share, locale())));
  setToolTip(accessibleName());
  update();
}

void PeriodBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto &theme = Theme::of(this);
  drawBar(&painter, QRectF(rect()), m_share, theme.accent, theme.track);
}

} // namespace tenantry::ui
