// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include <QColor>
#include <QPalette>
#include <array>

class QWidget;

namespace tenantry::ui {

/// A readable foreground on its tinted background.
struct TonePair {
  QColor foreground;
  QColor background;
};

/// The colours of one appearance. There are two, both constant; which of them applies is a property
/// of the palette a widget stands in, so that switching the application's palette switches
/// everything at once, and a part of a window may stand in the other appearance.
struct Theme {
  bool isDark = false;
  QColor canvas, sidebar, subtle, raised, hover, selected, border, borderStrong, track;
  QColor text, text2, muted, disabled;
  QColor accent, accentHover, accentText, onAccent, focus;
  QColor positive, negative; ///< fills of bars, never text
  QColor tipBackground, tipText, scrim;
  TonePair neutral, success, warning, danger, info, violet;
  std::array<QColor, 5> chart;
  std::array<TonePair, 8> avatars;

  [[nodiscard]] static const Theme &light();
  [[nodiscard]] static const Theme &dark();
  /// The one the palette was made from; any other palette by how light its window is.
  [[nodiscard]] static const Theme &of(const QPalette &palette);
  [[nodiscard]] static const Theme &of(const QWidget *widget);

  [[nodiscard]] QColor color(Tone tone) const;
  [[nodiscard]] const TonePair &
  pair(Tone tone) const; ///< of a badge; tones without one are neutral
  [[nodiscard]] const TonePair &avatar(const QString &name) const; ///< the same name, the same pair
  [[nodiscard]] QPalette palette() const;
};

} // namespace tenantry::ui
