// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_view.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include <QPainter>

namespace tenantry::ui {

IconView::IconView(const QString &name, int size, Tone tone, QWidget *parent)
    : QWidget(parent), m_name(name), m_tone(tone) {
  setFixedSize(size, size);
}

void IconView::set(const QString &name, Tone tone) {
  m_name = name;
  m_tone = tone;
  update();
}

void IconView::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawIcon(&painter, m_name, rect(), Theme::of(this).color(m_tone));
}

} // namespace tenantry::ui
