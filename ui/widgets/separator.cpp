// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/separator.h"
#include "ui/theme/theme.h"
#include <QPainter>

namespace tenantry::ui {

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QWidget(parent) {
  if (orientation == Qt::Horizontal)
    setFixedHeight(1);
  else
    setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *) {
  QPainter(this).fillRect(rect(), Theme::of(this).border);
}

} // namespace tenantry::ui
