// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/figure_button.h"
#include "ui/charts/sparkline.h"
#include "ui/home/link_ground.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/key_figure.h"
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace tenantry::ui {

FigureButton::FigureButton(const QString &caption, QWidget *parent)
    : QAbstractButton(parent), m_caption(caption), m_figure(new KeyFigure(caption)),
      m_course(new Sparkline) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  // Labels within would else be drawn as the text of a button.
  setBackgroundRole(QPalette::Window);
  setForegroundRole(QPalette::WindowText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_figure->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_course->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_course->hide();
  auto *figure = new QHBoxLayout;
  figure->addWidget(m_figure, 1);
  figure->addWidget(m_course, 0, Qt::AlignVCenter);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
  layout->addLayout(figure);
  layout->addStretch();
  connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT placeRequested(m_place); });
}

void FigureButton::show(const Content &content) {
  m_figure->setFigure(content.figure);
  m_figure->setLine(content.line, content.tone);
  m_place = content.place;
  m_course->setVisible(content.course.size() > 1);
  m_course->setValues(m_caption, content.course, content.unit);
  setAccessibleName(m_figure->accessibleName());
  m_figure->setFormula(content.formula);
  explainFigure(this, content.formula);
}

QSize FigureButton::sizeHint() const { return layout()->sizeHint(); }

/// Enter follows as a link does; Space does what it does for every button.
void FigureButton::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return click();
  QAbstractButton::keyPressEvent(event);
}

void FigureButton::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawLinkGround(&painter, *this);
}

} // namespace tenantry::ui
