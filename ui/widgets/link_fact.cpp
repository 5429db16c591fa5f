// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/link_fact.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/link_ground.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace tenantry::ui {

LinkFact::LinkFact(const QString &key, const QString &value, Long room) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  // Labels within would else be drawn as the text of a button.
  setBackgroundRole(QPalette::Window);
  setForegroundRole(QPalette::WindowText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto *row = new FactRow(key, value);
  if (room == Long::KeyGivesWay)
    row->setKeyGivesWay();
  row->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto *layout = new QHBoxLayout(this);
  layout->setContentsMargins(outset, 0, outset, 0);
  layout->addWidget(row);
  setAccessibleName(row->accessibleName());
}

QSize LinkFact::sizeHint() const { return layout()->sizeHint(); }

QSize LinkFact::minimumSizeHint() const { return layout()->minimumSize(); }

/// Enter follows as a link does; Space does what it does for every button.
void LinkFact::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return click();
  QAbstractButton::keyPressEvent(event);
}

void LinkFact::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  drawLinkGround(&painter, *this);
}

} // namespace tenantry::ui
