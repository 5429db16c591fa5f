// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"
#include <QPainter>

namespace tenantry::ui {

Avatar::Avatar(const QString &name, int size, AvatarShape shape, QWidget *parent)
    : QWidget(parent), m_shape(shape) {
  setFixedSize(size, size);
  setName(name);
}

void Avatar::setName(const QString &name) {
  m_name = name;
  setAccessibleName(name);
  update();
}

void Avatar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawAvatar(&painter, rect(), m_name, m_shape, Theme::of(this));
}

} // namespace tenantry::ui
