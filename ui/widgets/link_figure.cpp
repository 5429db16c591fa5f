// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/link_figure.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/link_ground.h"
#include <QBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

LinkFigure::LinkFigure(const QString &caption, KeyFigure::Size size, QWidget *parent)
    : QAbstractButton(parent), m_figure(new KeyFigure(caption, size)), m_row(new QHBoxLayout) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  // Labels within would else be drawn as the text of a button.
  setBackgroundRole(QPalette::Window);
  setForegroundRole(QPalette::WindowText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_figure->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_row->addWidget(m_figure, 1);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
  layout->addLayout(m_row);
  layout->addStretch();
  setAccessibleName(m_figure->accessibleName());
}

void LinkFigure::addBeside(QWidget *widget) {
  widget->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

void LinkFigure::setFigure(const QString &figure) {
  m_figure->setFigure(figure);
  setAccessibleName(m_figure->accessibleName());
}

void LinkFigure::setLine(const QString &line, Tone tone) {
  m_figure->setLine(line, tone);
  setAccessibleName(m_figure->accessibleName());
}

void LinkFigure::setFormula(const QString &formula, const QString &asOf) {
  m_figure->setFormula(formula, asOf);
  explainFigure(this, formula, asOf);
}

bool LinkFigure::event(QEvent *event) {
  const auto line = event->type() == QEvent::ToolTip ? m_figure->elidedLine() : QString();
  if (line.isEmpty())
    return QAbstractButton::event(event);
  QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                     line.toHtmlEscaped() + u"<br>"_s + toolTip().toHtmlEscaped(), this);
  return true;
}

QSize LinkFigure::sizeHint() const { return layout()->sizeHint(); }

/// Enter follows as a link does; Space does what it does for every button.
void LinkFigure::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return click();
  QAbstractButton::keyPressEvent(event);
}

void LinkFigure::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawLinkGround(&painter, *this);
}

} // namespace tenantry::ui
