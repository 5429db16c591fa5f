// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_list.h"
#include "ui/shell/work_row.h"
#include "ui/theme/metrics.h"
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

WorkList::WorkList(QWidget *parent) : QFrame(parent, Qt::Popup), m_rows(new QVBoxLayout(this)) {
  setFrameShape(QFrame::StyledPanel);
  setAccessibleName(tr("What is running"));
  m_rows->setContentsMargins(space::x4, space::x3, space::x3, space::x3);
  m_rows->setSpacing(space::x2);
}

void WorkList::setWork(const QList<models::WorkItem> &items) {
  auto gone = m_known;
  for (const auto &item : items) {
    gone.remove(item.key);
    auto *&row = m_known[item.key];
    if (!row) {
      row = new WorkRow(makeSmallButton(u"x"_s, tr("Cancel %1").arg(item.title)));
      connect(row, &WorkRow::cancelRequested, this, &WorkList::cancelRequested);
      m_rows->addWidget(row);
    }
    row->show(item);
  }
  for (const auto &[key, row] : gone.asKeyValueRange()) {
    m_known.remove(key);
    row->deleteLater();
    row->hide();
  }
  if (items.isEmpty())
    hide();
  else if (isVisible())
    adjustSize();
}

void WorkList::showAbove(const QWidget &part) {
  adjustSize();
  move(part.mapToGlobal(QPoint(part.width() - width(), -height() - space::x1)));
  QFrame::show();
  if (!m_known.isEmpty())
    qobject_cast<WorkRow *>(m_rows->itemAt(0)->widget())->cancel()->setFocus(Qt::PopupFocusReason);
}

} // namespace tenantry::ui
