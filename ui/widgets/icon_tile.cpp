// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_tile.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

IconTile::IconTile(QWidget *parent) : QWidget(parent) { setFixedSize(40, 40); }

void IconTile::set(const QString &icon, Tone tone) {
  m_icon = icon;
  m_tone = tone;
  update();
}

void IconTile::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &pair = Theme::of(this).pair(m_tone);
  drawSurface(&painter, rect(), radius::card, pair.background, Qt::transparent, 0);
  if (!m_icon.isEmpty())
    drawIcon(&painter, m_icon, QRectF(rect()).adjusted(11, 11, -11, -11), pair.foreground);
}

} // namespace tenantry::ui
