// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_header.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include <QHBoxLayout>

namespace tenantry::ui {

SectionHeader::SectionHeader(const QString &title, Level level, QWidget *parent)
    : QWidget(parent),
      m_title(new Label(title, level == Level::Pane ? TextStyle::Title : TextStyle::Section)),
      m_fact(new ElidedLabel(TextStyle::Body, Tone::Muted)), m_layout(new QHBoxLayout(this)) {
  if (level == Level::Pane) {
    setFixedHeight(height::topBar);
    m_layout->setContentsMargins(space::x5, 0, space::x4, 0);
  } else {
    m_layout->setContentsMargins(0, 0, 0, 0);
  }
  m_layout->setSpacing(space::x2);
  m_layout->addWidget(m_title);
  m_layout->addSpacing(space::x1);
  m_layout->addWidget(m_fact);
  m_layout->addStretch();
  setAccessibleName(title);
}

void SectionHeader::setTitle(const QString &title) {
  m_title->setText(title);
  setAccessibleName(title);
}

void SectionHeader::setFact(const QString &fact) { m_fact->setText(fact); }

void SectionHeader::addAction(QWidget *action) { m_layout->addWidget(action); }

} // namespace tenantry::ui
