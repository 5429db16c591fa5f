// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"
#include "ui/theme/metrics.h"
#include <QBoxLayout>
#include <QStackedWidget>

namespace tenantry::ui {

TabStrip::TabStrip(const QString &name, QStackedWidget *pages) : m_pages(pages) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setElideMode(Qt::ElideRight);
  setAccessibleName(name);
  connect(this, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void TabStrip::addPart(const QString &title, QWidget *page) {
  m_pages->addWidget(page);
  addTab(title);
}

QWidget *TabStrip::inRow() {
  auto *strip = new QWidget;
  auto *row = new QHBoxLayout(strip);
  row->setContentsMargins(space::x2, 0, space::x2, 0);
  row->addWidget(this);
  return strip;
}

} // namespace tenantry::ui
