// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/surface.h"
#include "ui/theme/theme.h"
#include <QPainter>

namespace tenantry::ui {

Surface::Surface(Kind kind, QWidget *parent) : QWidget(parent), m_kind(kind) {}

void Surface::paintEvent(QPaintEvent *) {
  const auto &theme = Theme::of(this);
  const auto &color = m_kind == Kind::Sidebar  ? theme.sidebar
                      : m_kind == Kind::Subtle ? theme.subtle
                                               : theme.canvas;
  QPainter(this).fillRect(rect(), color);
}

} // namespace tenantry::ui
