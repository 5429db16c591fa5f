// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_page.h"

#include "ui/theme/style_buttons.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLayout>
#include <QPainter>
#include <QStyleOption>

namespace tenantry::ui {

namespace {

class Ring : public QWidget {
public:
  explicit Ring(QWidget *parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

protected:
  void paintEvent(QPaintEvent *) override {
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    drawFocusRing(option, &painter);
  }
};

} // namespace

ScrollPage::ScrollPage(const QString &name, QWidget *parent)
    : QScrollArea(parent), m_ring(new Ring(this)) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(name);
  // Qt shows what Tab goes to within the page, but not where Tab comes into it.
  connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
    if (now && widget() && widget()->isAncestorOf(now) &&
        window()->testAttribute(Qt::WA_KeyboardFocusChange))
      ensureWidgetVisible(now);
  });
}

void ScrollPage::focusInEvent(QFocusEvent *event) {
  QScrollArea::focusInEvent(event);
  m_ring->setVisible(window()->testAttribute(Qt::WA_KeyboardFocusChange));
  m_ring->raise();
}

void ScrollPage::focusOutEvent(QFocusEvent *event) {
  QScrollArea::focusOutEvent(event);
  m_ring->hide();
}

void ScrollPage::resizeEvent(QResizeEvent *event) {
  QScrollArea::resizeEvent(event);
  m_ring->setGeometry(rect());
  fitMargins();
}

void ScrollPage::changeEvent(QEvent *event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::LayoutDirectionChange)
    fitMargins();
}

void ScrollPage::fitMargins() {
  auto *layout = widget() ? widget()->layout() : nullptr;
  if (!layout)
    return;
  if (m_content != widget())
    m_margins = layout->contentsMargins();
  m_content = widget();
  auto margins = m_margins;
  const int bar = width() - viewport()->width();
  if (isRightToLeft())
    margins.setLeft(std::max(0, margins.left() - bar));
  else
    margins.setRight(std::max(0, margins.right() - bar));
  layout->setContentsMargins(margins);
}

} // namespace tenantry::ui
