// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/surface.h"
#include <QBoxLayout>

namespace tenantry::ui {

TabPage::TabPage(const QString &name, QWidget *parent) : ScrollPage(name, parent) {
  auto *content = new Surface(Surface::Kind::Subtle);
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  m_column->setSpacing(space::x3);
  setWidget(content);
}

Card *makeSnugCard(const QString &title) {
  auto *card = new Card(title);
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  return card;
}

Card *makeFactCard(const QString &title) {
  auto *card = makeSnugCard(title);
  card->body()->setSpacing(0);
  return card;
}

void clearLayout(QLayout *layout) {
  while (auto *item = layout->takeAt(0)) {
    if (auto *widget = item->widget()) {
      widget->hide();
      widget->deleteLater();
    }
    delete item;
  }
}

} // namespace tenantry::ui
