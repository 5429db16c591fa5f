// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/link_ground.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QAbstractButton>

namespace tenantry::ui {

void drawLinkGround(QPainter *painter, const QAbstractButton &link) {
  const auto &theme = Theme::of(&link);
  if (link.underMouse() || link.isDown())
    drawSurface(painter, link.rect(), radius::control, theme.hover, Qt::transparent, 0);
  if (link.hasFocus() && link.window()->testAttribute(Qt::WA_KeyboardFocusChange))
    drawSurface(painter, link.rect(), radius::control, Qt::transparent, theme.focus,
                width::focusRing);
}

} // namespace tenantry::ui
