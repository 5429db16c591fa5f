// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_manager.h"
#include "ui/theme/console_style.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/text_style.h"
#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>
#include <utility>

namespace tenantry::ui {

namespace {
/// Avatars and icons of a full screen at 200 % do not fit into Qt's 10 MB.
constexpr int pixmapCacheKilobytes = 32 * 1024;
} // namespace

ThemeManager::ThemeManager(QApplication *application)
    : QObject(application), m_application(application), m_system(new SystemColorScheme(this)) {
  if (!loadFonts())
    qWarning("the built-in fonts could not be loaded; the system's font is used instead");
  QPixmapCache::setCacheLimit(pixmapCacheKilobytes);
  QApplication::setStyle(new ConsoleStyle);
  QApplication::setFont(textFont(TextStyle::Body));
  for (const char *strong : {"QAbstractButton", "QTabBar"})
    QApplication::setFont(textFont(TextStyle::BodyStrong), strong);
  for (const char *plain : {"QCheckBox", "QRadioButton"})
    QApplication::setFont(textFont(TextStyle::Body), plain);
  QApplication::setFont(textFont(TextStyle::CaptionStrong), "QHeaderView");
  QToolTip::setFont(textFont(TextStyle::Meta));
  connect(m_system, &SystemColorScheme::changed, this, &ThemeManager::apply);
  apply();
}

void ThemeManager::setAppearance(Appearance appearance) {
  const bool isOther = std::exchange(m_appearance, appearance) != appearance;
  apply();
  if (isOther)
    Q_EMIT appearanceChanged(appearance);
}

void ThemeManager::apply() {
  const bool dark = m_appearance == Appearance::Dark ||
                    (m_appearance == Appearance::System && m_system->isDark());
  const Theme &wanted = dark ? Theme::dark() : Theme::light();
  if (m_theme == &wanted)
    return;
  m_theme = &wanted;
  const auto palette = wanted.palette();
  m_application->setPalette(palette);
  QToolTip::setPalette(palette);
  Q_EMIT themeChanged(wanted);
}

} // namespace tenantry::ui
