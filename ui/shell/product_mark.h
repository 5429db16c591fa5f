// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

/// Tenantry's mark: a house on a square of the accent colour.
class ProductMark : public QWidget {
public:
  explicit ProductMark(QWidget *parent = nullptr);

protected:
  void paintEvent(QPaintEvent *event) override;
};

} // namespace tenantry::ui
