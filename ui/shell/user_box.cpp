// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/user_box.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elided_label.h"
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int boxHeight = 48, avatarSide = 28;
}

UserBox::UserBox(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar({}, avatarSide, AvatarShape::Round)),
      m_login(new ElidedLabel(TextStyle::BodyStrong)),
      m_groups(new ElidedLabel(TextStyle::Meta, Tone::Muted)) {
  setFixedHeight(boxHeight);
  auto *row = new QHBoxLayout(this);
  row->setSpacing(10);
  row->addWidget(m_avatar);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(0);
  texts->addStretch();
  texts->addWidget(m_login);
  texts->addWidget(m_groups);
  texts->addStretch();
  row->addLayout(texts);
  row->addStretch();
  setCompact(false);
  hide();
}

void UserBox::setUser(const QString &login, const QString &groups) {
  m_avatar->setName(login);
  m_login->setText(login);
  m_groups->setText(groups);
  const auto name = groups.isEmpty() ? login : u"%1, %2"_s.arg(login, groups);
  setAccessibleName(name);
  setToolTip(name);
  setVisible(!login.isEmpty());
}

/// Below the icons of the panes, or in the middle.
void UserBox::setCompact(bool compact) {
  layout()->setContentsMargins(compact ? (width::compactSidebar - avatarSide) / 2 : space::x4, 1,
                               space::x3, 0);
  m_login->setVisible(!compact);
  m_groups->setVisible(!compact);
}

void UserBox::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(0, 0, QWidget::width(), 1, Theme::of(this).border);
}

} // namespace tenantry::ui
