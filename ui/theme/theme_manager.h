// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"
#include <QObject>

class QApplication;

namespace tenantry::ui {

class SystemColorScheme;

enum class Appearance { System, Light, Dark };

/// Gives the application its fonts, style and palette and switches between light and dark while it
/// runs. Owned by the application, made before its first window. Widgets do not ask it for colours:
/// they ask Theme::of(this) whenever they paint, and hear of a switch as QEvent::PaletteChange.
class ThemeManager : public QObject {
  Q_OBJECT

public:
  explicit ThemeManager(QApplication *application);

  [[nodiscard]] Appearance appearance() const { return m_appearance; }
  void setAppearance(Appearance appearance);
  [[nodiscard]] const Theme &theme() const { return *m_theme; }

Q_SIGNALS:
  /// Qt tells widgets of their new palette from its event loop, so Theme::of(widget) still gives
  /// the old one here: what is no widget (series of a chart) takes its colours from the argument.
  void themeChanged(const tenantry::ui::Theme &theme);
  void appearanceChanged(tenantry::ui::Appearance appearance); ///< something else was chosen

private:
  void apply();

  QApplication *m_application;
  SystemColorScheme *m_system;
  Appearance m_appearance = Appearance::System;
  const Theme *m_theme = nullptr;
};

} // namespace tenantry::ui
