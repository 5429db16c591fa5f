// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "app/desktop/language.h"
#include "app/desktop/quit_signals.h"
#include "app/desktop/tour.h"
#include "services/core/log.h"
#include "services/store/no_database_here.h"
#include "ui/shell/link_server.h"
#include "ui/theme/appearance_memory.h"
#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

bool hasDisplay() {
  return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") ||
         qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

/// Both must be known before there is an application.
void chooseScreen(const tenantry::desktop::Options &options) {
  if (options.scale > 0)
    qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
  if (!options.tour.isEmpty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// Pictures look the same on every machine.
tenantry::ui::Appearance firstAppearance(const tenantry::desktop::Options &options) {
  using tenantry::ui::Appearance;
  const auto asked = options.appearance;
  if (!options.tour.isEmpty())
    return asked == Appearance::Dark ? Appearance::Dark : Appearance::Light;
  const auto file = tenantry::ui::WindowMemories::defaultFile();
  return asked ? *asked : tenantry::ui::AppearanceMemory(file).read();
}

} // namespace

int main(int argc, char **argv) {
  tenantry::setUpLogging();
  const auto options = tenantry::desktop::parseOptions(argc, argv);
  if (!options)
    return options.error();
  if (options->tour.isEmpty() && !hasDisplay()) {
    std::fputs("tenantry: there is no display. Draw the panes with --tour DIR, or use "
               "tenantryctl.\n",
               stderr);
    return 1;
  }
  chooseScreen(*options);
  QApplication application(argc, argv);
  QApplication::setApplicationName(u"tenantry"_s);
  QApplication::setApplicationDisplayName(u"Tenantry"_s);
  const tenantry::desktop::QuitSignals signals;
  QObject::connect(&signals, &tenantry::desktop::QuitSignals::quitRequested, &application,
                   &QApplication::quit);
  tenantry::desktop::speak(application, options->language);
  const bool isTour = !options->tour.isEmpty();
  std::optional<tenantry::ui::LinkServer> links;
  if (!isTour && !options->separate) {
    links.emplace(tenantry::desktop::databaseOf(options->start));
    if (links->start(options->place) == tenantry::ui::LinkServer::Role::Second)
      return 0;
  }
  auto &themes = *new tenantry::ui::ThemeManager(&application);
  themes.setAppearance(firstAppearance(*options));
  tenantry::desktop::Composition composition(*options, themes);
  tenantry::desktop::Tour tour(*options, composition);
  if (links) {
    using tenantry::desktop::Composition;
    using tenantry::ui::LinkServer;
    QObject::connect(&*links, &LinkServer::linkReceived, &composition, &Composition::openLink);
    QObject::connect(&*links, &LinkServer::wakeRequested, &composition, &Composition::comeToFront);
  }
  composition.window().show();
  composition.start();
  const tenantry::store::NoDatabaseHere whileEventsAreHandled;
  return QApplication::exec();
}
