// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_button.h"
#include "ui/charts/sparkline.h"

namespace tenantry::ui {

FigureButton::FigureButton(const QString &caption, QWidget *parent)
    : LinkFigure(caption, KeyFigure::Size::Large, parent), m_caption(caption),
      m_course(new Sparkline) {
  addBeside(m_course);
  m_course->hide();
  connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT placeRequested(m_place); });
}

void FigureButton::show(const Content &content) {
  setFigure(content.figure);
  setLine(content.line, content.tone);
  setFormula(content.formula);
  m_place = content.place;
  m_course->setVisible(content.course.size() > 1);
  m_course->setValues(m_caption, content.course, content.unit);
}

} // namespace tenantry::ui
