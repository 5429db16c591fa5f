// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/label.h"

namespace tenantry::ui {

/// One line that gives way: elided where there is no room, whole in its tool tip.
class ElidedLabel : public Label {
public:
  explicit ElidedLabel(TextStyle style, Tone tone = Tone::Text, QWidget *parent = nullptr);

  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent *event) override;
  bool event(QEvent *event) override;
};

} // namespace tenantry::ui
