// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inspector_head.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elided_label.h"
#include <QBoxLayout>

namespace tenantry::ui {

namespace {
constexpr int headAvatar = 28;
} // namespace

InspectorHead::InspectorHead(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar({}, headAvatar, AvatarShape::Square)),
      m_name(new ElidedLabel(TextStyle::BodyStrong)),
      m_second(new ElidedLabel(TextStyle::Meta, Tone::Muted)), m_status(new Badge) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x3);
  row->addWidget(m_avatar);
  auto *texts = new QVBoxLayout;
  texts->setSpacing(0);
  for (auto *label : {m_name, m_second})
    texts->addWidget(label, 0, Qt::AlignLeft);
  row->addLayout(texts, 1);
  row->addWidget(m_status);
}

void InspectorHead::set(const QString &name, const QString &second) {
  m_avatar->setName(name);
  m_name->setText(name);
  m_second->setText(second);
}

void InspectorHead::setStatus(const QString &text, Tone tone, BadgeKind kind) {
  m_status->set(text, tone, kind);
}

} // namespace tenantry::ui
