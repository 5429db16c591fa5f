// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QWidget>

namespace tenantry::ui {

/// An icon on a tinted square of 40 px.
class IconTile : public QWidget {
public:
  explicit IconTile(QWidget *parent = nullptr);

  void set(const QString &icon, Tone tone);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  QString m_icon;
  Tone m_tone = Tone::Neutral;
};

} // namespace tenantry::ui
