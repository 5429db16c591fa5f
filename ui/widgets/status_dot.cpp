// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_dot.h"
#include "ui/theme/theme.h"
#include <QPainter>

namespace tenantry::ui {

namespace {

/// The fills of charts and bars are livelier than text tones.
QColor fill(const Theme &theme, Tone tone) {
  switch (tone) {
  case Tone::Success:
    return theme.positive;
  case Tone::Danger:
    return theme.negative;
  case Tone::Warning:
    return theme.chart[2];
  case Tone::Accent:
    return theme.accent;
  default:
    return theme.color(tone);
  }
}

} // namespace

StatusDot::StatusDot(Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone) {
  setFixedSize(8, 8);
}

void StatusDot::setTone(Tone tone) {
  m_tone = tone;
  update();
}

void StatusDot::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill(Theme::of(this), m_tone));
  painter.drawEllipse(QRectF(0.5, 0.5, 7, 7));
}

} // namespace tenantry::ui
