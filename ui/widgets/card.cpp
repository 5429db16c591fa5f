// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"
#include <QPainter>
#include <QVBoxLayout>

namespace tenantry::ui {

Card::Card(const QString &title, const QString &fact, QWidget *parent)
    : QWidget(parent), m_title(new Label({}, TextStyle::BodyStrong, Tone::Text, this)),
      m_fact(new ElidedLabel(TextStyle::Meta, Tone::Muted, this)), m_head(new QHBoxLayout),
      m_body(new QVBoxLayout) {
  m_fact->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_head->setSpacing(space::x2);
  m_head->addWidget(m_title);
  m_head->addStretch();
  m_head->addWidget(m_fact);
  m_body->setSpacing(space::x2);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  layout->setSpacing(space::x2);
  layout->addLayout(m_head);
  layout->addLayout(m_body, 1);
  setTitle(title);
  setFact(fact);
}

void Card::setTitle(const QString &title) {
  m_title->setText(title);
  m_title->setVisible(!title.isEmpty());
  setAccessibleName(title);
}

void Card::setFact(const QString &fact) {
  m_fact->setText(fact);
  m_fact->setVisible(!fact.isEmpty());
}

void Card::setFormula(const QString &formula, const QString &asOf) {
  for (auto *label : {m_title, static_cast<Label *>(m_fact)})
    explainFigure(label, formula, asOf);
}

void Card::setBodyOutset(int outset) {
  const int side = space::x4 - outset;
  layout()->setContentsMargins(side, space::x3, side, space::x3);
  m_head->setContentsMargins(outset, 0, outset, 0);
}

void Card::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  const auto &theme = Theme::of(this);
  drawSurface(&painter, rect(), radius::card, theme.raised, theme.border);
}

} // namespace tenantry::ui
