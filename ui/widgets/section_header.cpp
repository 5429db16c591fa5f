// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_header.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include <QEvent>
#include <QHBoxLayout>

namespace tenantry::ui {

SectionHeader::SectionHeader(const QString &title, Level level, QWidget *parent)
    : QWidget(parent), m_level(level),
      m_title(new Label(title, level == Level::Pane ? TextStyle::Title : TextStyle::Section)),
      m_fact(new ElidedLabel(TextStyle::Body, Tone::Muted)),
      m_texts(new QBoxLayout(QBoxLayout::LeftToRight)), m_layout(new QHBoxLayout(this)) {
  if (level == Level::Pane) {
    setFixedHeight(height::topBar);
    m_layout->setContentsMargins(space::x5, 0, space::x4, 0);
  } else {
    m_layout->setContentsMargins(0, 0, 0, 0);
  }
  m_layout->setSpacing(space::x2);
  m_texts->setSpacing(space::x2 + space::x1);
  m_texts->addWidget(m_title);
  m_texts->addWidget(m_fact);
  m_layout->addLayout(m_texts);
  m_layout->addStretch();
  setAccessibleName(title);
}

void SectionHeader::setTitle(const QString &title) {
  m_title->setText(title);
  setAccessibleName(title);
  arrange();
}

void SectionHeader::setFact(const QString &fact) {
  m_fact->setText(fact);
  arrange();
}

void SectionHeader::setFormula(const QString &formula, const QString &asOf) {
  explainFigure(m_fact, formula, asOf);
}

void SectionHeader::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  arrange();
}

/// What is in it may have changed: a button its text, or whether it is shown.
bool SectionHeader::event(QEvent *event) {
  if (event->type() == QEvent::LayoutRequest)
    arrange();
  return QWidget::event(event);
}

void SectionHeader::arrange() {
  if (m_level != Level::Pane)
    return;
  const auto margins = m_layout->contentsMargins();
  int wanted = margins.left() + margins.right() + m_title->sizeHint().width() + m_texts->spacing() +
               textMetrics(TextStyle::Body).horizontalAdvance(m_fact->text()) + 1;
  for (int i = 0; i < m_layout->count(); ++i)
    if (const auto *action = m_layout->itemAt(i)->widget(); action && !action->isHidden())
      wanted += m_layout->spacing() + action->sizeHint().width();
  const auto direction = wanted > width() && !m_fact->text().isEmpty() ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight;
  if (direction == m_texts->direction())
    return;
  const bool isBelow = direction == QBoxLayout::TopToBottom;
  m_texts->setDirection(direction);
  m_texts->setSpacing(isBelow ? 0 : space::x2 + space::x1);
  m_texts->setContentsMargins(0, isBelow ? space::x1 : 0, 0, isBelow ? space::x1 : 0);
  m_fact->setTextStyle(isBelow ? TextStyle::Meta : TextStyle::Body);
}

void SectionHeader::addAction(QWidget *action) { m_layout->addWidget(action); }

} // namespace tenantry::ui
