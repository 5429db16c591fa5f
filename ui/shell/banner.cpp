// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/banner.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_text(new Label({}, TextStyle::BodyStrong, Tone::Warning)) {
  m_text->setWordWrap(true);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x5, space::x2, space::x4, space::x2);
  row->setSpacing(space::x2);
  row->addWidget(new IconView(u"alert-triangle"_s, iconSize::control, Tone::Warning), 0,
                 Qt::AlignTop);
  row->addWidget(m_text, 1);
  hide();
}

void Banner::setText(const QString &text) {
  m_text->setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  if (text.isEmpty())
    return;
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void Banner::paintEvent(QPaintEvent *) {
  const auto &theme = Theme::of(this);
  QPainter painter(this);
  painter.fillRect(rect(), theme.warning.background);
  painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

} // namespace tenantry::ui
