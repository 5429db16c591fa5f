// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/snug_dialog.h"
#include <QEvent>
#include <QLayout>

namespace tenantry::ui {

bool SnugDialog::event(QEvent *event) {
  const bool isTaken = QDialog::event(event);
  if (event->type() == QEvent::LayoutRequest)
    resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                  : layout()->totalSizeHint().height());
  return isTaken;
}

} // namespace tenantry::ui
