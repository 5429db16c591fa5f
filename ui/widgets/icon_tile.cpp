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
  drawIconTile(&painter, rect(), m_icon, Theme::of(this).pair(m_tone));
}

void drawIconTile(QPainter *painter, const QRect &rect, const QString &icon,
                  const TonePair &colors) {
  const bool isLarge = rect.width() >= largeSide;
  const int corner = isLarge ? radius::card : rect.width() / 2;
  const int margin = isLarge ? 11 : rect.width() / 4;
  painter->setRenderHint(QPainter::Antialiasing);
  drawSurface(painter, rect, corner, colors.background, Qt::transparent, 0);
  if (!icon.isEmpty())
    drawIcon(painter, icon, QRectF(rect).adjusted(margin, margin, -margin, -margin),
             colors.foreground);
}

} // namespace tenantry::ui
