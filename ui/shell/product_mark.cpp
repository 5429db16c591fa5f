// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/product_mark.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int side = 24;
}

ProductMark::ProductMark(QWidget *parent) : QWidget(parent) { setFixedSize(side, side); }

void ProductMark::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  drawSurface(&painter, rect(), radius::control, theme.accent, theme.accent);
  drawIcon(&painter, u"tenantry"_s, QRectF(rect()).adjusted(5, 5, -5, -5), theme.onAccent);
}

} // namespace tenantry::ui
