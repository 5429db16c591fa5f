// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace tenantry::ui {

/// A plain area: panes stand on the canvas, navigation and status bar on the sidebar, cards on
/// subtle.
class Surface : public QWidget {
public:
  enum class Kind { Canvas, Sidebar, Subtle };

  explicit Surface(Kind kind = Kind::Canvas, QWidget *parent = nullptr);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Kind m_kind;
};

} // namespace tenantry::ui
