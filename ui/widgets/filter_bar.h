// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

/// The bar over a list: what narrows it on the left, how much that leaves on the right.
class FilterBar : public QWidget {
public:
  explicit FilterBar(const QList<QWidget *> &filters, QWidget *result = nullptr);
};

} // namespace tenantry::ui
