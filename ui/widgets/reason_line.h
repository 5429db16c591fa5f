// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/label.h"

namespace tenantry::ui {

/// Why the button of a dialog is disabled, beside it: a tool tip needs a mouse.
class ReasonLine : public Label {
  Q_OBJECT

public:
  /// Of a control that setBlocked() blocks.
  explicit ReasonLine(QWidget *control);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void follow();

  QWidget *m_control;
};

} // namespace tenantry::ui
