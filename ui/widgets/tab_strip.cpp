// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QStyle>

namespace tenantry::ui {

namespace {
constexpr int mostTighter = 12; ///< what a tab gives of the room around its word
}

TabStrip::TabStrip(const QString &name, QStackedWidget *pages)
    : m_pages(pages),
      m_more(makeIconButton(QStringLiteral("dots"), tr("More parts"), ButtonVariant::Ghost, this)) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setElideMode(Qt::ElideRight);
  setAccessibleName(name);
  setCompact(m_more);
  m_more->hide();
  connect(m_more, &QPushButton::clicked, this, &TabStrip::popUp);
  connect(this, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
  connect(this, &QTabBar::currentChanged, this, &TabStrip::arrange);
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

/// Of all, whether they stand or not: in more room they stand again.
QSize TabStrip::sizeHint() const {
  int width = 0;
  for (int tab = 0; tab < count(); ++tab)
    width += tabSizeHint(tab).width();
  return {width, height::tabStrip};
}

/// The one that is shown has its word, and beside it is the menu.
QSize TabStrip::minimumSizeHint() const {
  int widest = 0;
  for (int tab = 0; tab < count(); ++tab)
    widest = std::max(widest, tabSizeHint(tab).width());
  return {widest + m_more->sizeHint().width(), height::tabStrip};
}

QList<int> TabStrip::withRoom() const {
  QList<int> tabs;
  for (int tab = 0; tab < count(); ++tab)
    tabs += tab;
  const auto widthOf = [this](const QList<int> &some) {
    int width = 0;
    for (const int tab : some)
      width += tabSizeHint(tab).width();
    return width;
  };
  if (widthOf(tabs) - count() * mostTighter <= width())
    return tabs;
  const int room = width() - m_more->sizeHint().width();
  while (tabs.size() > 1 && widthOf(tabs) > room)
    tabs.removeAt(tabs.last() == currentIndex() ? tabs.size() - 2 : tabs.size() - 1);
  return tabs;
}

QList<int> TabStrip::inMenu() const {
  QList<int> tabs;
  for (int tab = 0; tab < count(); ++tab)
    if (!isTabVisible(tab))
      tabs += tab;
  return tabs;
}

void TabStrip::arrange() {
  const auto standing = withRoom();
  for (const bool isThere : {true, false}) // the current one is never without another
    for (int tab = 0; tab < count(); ++tab)
      if (standing.contains(tab) == isThere && isTabVisible(tab) != isThere)
        setTabVisible(tab, isThere);
  const int size = m_more->sizeHint().width();
  const QRect end(width() - size, (height() - m_more->sizeHint().height()) / 2, size,
                  m_more->sizeHint().height());
  m_more->setGeometry(QStyle::visualRect(layoutDirection(), rect(), end));
  m_more->setVisible(standing.size() < count());
}

void TabStrip::popUp() {
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const int tab : inMenu())
    menu->addAction(tabText(tab), this, [this, tab] {
      setCurrentIndex(tab);
      setFocus(Qt::OtherFocusReason);
    });
  menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void TabStrip::resizeEvent(QResizeEvent *event) {
  arrange();
  QTabBar::resizeEvent(event);
}

} // namespace tenantry::ui
