// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/usage_bar.h"
#include "ui/theme/paint.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>
#include <QPainter>

namespace tenantry::ui {

namespace {
constexpr int barHeight = 6;
constexpr double warnAt = 0.8;
} // namespace

UsageBar::UsageBar(QWidget *parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageBar::setUsage(const QString &what, qint64 used, qint64 limit, int decimals) {
  m_used = used;
  m_limit = limit;
  const auto usedText = formatQuantity(used, decimals, locale());
  setAccessibleName(
      limit > 0
          ? QCoreApplication::translate("UsageBar", "%1: %2 of %3 used")
                .arg(what, usedText, formatQuantity(limit, decimals, locale()))
          : QCoreApplication::translate("UsageBar", "%1: %2 used, no limit").arg(what, usedText));
  update();
}

Tone UsageBar::tone() const {
  if (m_limit <= 0)
    return Tone::Neutral;
  if (m_used >= m_limit)
    return Tone::Danger;
  return double(m_used) >= warnAt * double(m_limit) ? Tone::Warning : Tone::Accent;
}

QSize UsageBar::sizeHint() const { return {120, barHeight}; }

void UsageBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  const Tone state = tone();
  const QColor fill = state == Tone::Danger    ? theme.negative
                      : state == Tone::Warning ? theme.chart[2]
                                               : theme.accent;
  const double share = m_limit > 0 ? double(m_used) / double(m_limit) : 0;
  const QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
  drawBar(&painter, bar, share, fill, theme.track);
  if (share <= 1)
    return;
  const double limit = bar.width() / share;
  painter.fillRect(QRectF(isRightToLeft() ? bar.right() - limit - 1 : bar.left() + limit - 1,
                          bar.top(), 2, bar.height()),
                   theme.raised);
}

} // namespace tenantry::ui
