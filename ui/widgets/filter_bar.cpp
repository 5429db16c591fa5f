// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"
#include "ui/theme/metrics.h"
#include <QBoxLayout>

namespace tenantry::ui {

FilterBar::FilterBar(const QList<QWidget *> &filters, QWidget *result) {
  setFixedHeight(height::filterBar);
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x4, 0, space::x4, 0);
  row->setSpacing(space::x2);
  for (auto *filter : filters)
    row->addWidget(filter);
  row->addStretch();
  if (result)
    row->addWidget(result);
}

} // namespace tenantry::ui
