// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/label.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

NoticeBar::NoticeBar(const QString &action, QWidget *parent)
    : QWidget(parent), m_text(new Label({}, TextStyle::Meta, Tone::Warning)),
      m_button(makeButton(action, ButtonVariant::Secondary)) {
  m_text->setWordWrap(true);
  setCompact(m_button);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x3, space::x1, space::x3, space::x1);
  row->setSpacing(space::x2);
  row->addWidget(new IconView(u"alert-triangle"_s, iconSize::cell, Tone::Warning));
  row->addWidget(m_text, 1);
  row->addWidget(m_button);
  connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionRequested);
  hide();
}

void NoticeBar::addAct(QPushButton *act) {
  setCompact(act);
  layout()->addWidget(act);
}

QString NoticeBar::text() const { return isHidden() ? QString() : m_text->text(); }

void NoticeBar::setText(const QString &text) {
  if (text == this->text())
    return;
  m_text->setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  if (text.isEmpty())
    return;
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void NoticeBar::paintEvent(QPaintEvent *) {
  const auto &theme = Theme::of(this);
  QPainter painter(this);
  painter.fillRect(rect(), theme.warning.background);
  painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

} // namespace tenantry::ui
