// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

/// An icon that only shows; what acts is a button. Decoration unless it gets an accessible name.
class IconView : public QWidget {
public:
  IconView(const QString &name, int size, Tone tone, QWidget *parent = nullptr);

  void set(const QString &name, Tone tone);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString m_name;
  Tone m_tone;
};

} // namespace tenantry::ui
