// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

namespace tenantry::ui {

/// Rows of a table that is still loading, in the geometry of the real ones. Shows nothing for the
/// first 300 ms, so that a fast answer does not flicker.
class Skeleton : public QWidget {
public:
  explicit Skeleton(QWidget *parent = nullptr);

protected:
  void showEvent(QShowEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  QTimer m_delay;
};

} // namespace tenantry::ui
