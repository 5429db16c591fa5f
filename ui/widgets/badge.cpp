// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

Badge::Badge(const QString &text, Tone tone, BadgeKind kind, QWidget *parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  set(text, tone, kind);
}

void Badge::set(const QString &text, Tone tone, BadgeKind kind) {
  m_text = text;
  m_tone = tone;
  m_kind = kind;
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize Badge::sizeHint() const {
  return {badgeWidth(m_text, m_kind == BadgeKind::State), height::badge};
}

void Badge::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawBadge(&painter, 0, QWidget::height() / 2, m_text, Theme::of(this).pair(m_tone),
            m_kind == BadgeKind::State);
}

} // namespace tenantry::ui
