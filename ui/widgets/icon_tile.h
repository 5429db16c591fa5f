// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include <QWidget>

class QPainter;

namespace tenantry::ui {

/// An icon on a tinted square of 40 px, or a circle of 24 px in a list.
class IconTile : public QWidget {
public:
  enum class Size { Large, Small };

  explicit IconTile(Size size = Size::Large, QWidget *parent = nullptr);

  void set(const QString &icon, Tone tone);

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  Size m_size;
  QString m_icon;
  Tone m_tone = Tone::Neutral;
};

/// The same, where there is no widget: a circle where it is smaller than a tile of 40 px.
void drawIconTile(QPainter *painter, const QRect &rect, const QString &icon,
                  const TonePair &colors);

} // namespace tenantry::ui
