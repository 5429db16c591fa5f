// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_tile.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

namespace tenantry::ui {

namespace {
constexpr int largeSide = 40, smallSide = 24;
}

IconTile::IconTile(Size size, QWidget *parent) : QWidget(parent), m_size(size) {
  const int side = size == Size::Large ? largeSide : smallSide;
  setFixedSize(side, side);
}

void IconTile::set(const QString &icon, Tone tone) {
  m_icon = icon;
  m_tone = tone;
  update();
}

void IconTile::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &pair = Theme::of(this).pair(m_tone);
  const bool isLarge = m_size == Size::Large;
  const int corner = isLarge ? radius::card : smallSide / 2, margin = isLarge ? 11 : 6;
  painter.setRenderHint(QPainter::Antialiasing);
  drawSurface(&painter, rect(), corner, pair.background, Qt::transparent, 0);
  if (!m_icon.isEmpty())
    drawIcon(&painter, m_icon, QRectF(rect()).adjusted(margin, margin, -margin, -margin),
             pair.foreground);
}

} // namespace tenantry::ui
