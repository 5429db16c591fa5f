// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallery_charts.h"
#include "tests/ui/gallery/gallery_window.h"
#include "ui/theme/theme_manager.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

using namespace tenantry::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Qt reads the scale factor when the application is made, before its parser could.
void applyScale(int argc, char **argv) {
  for (int i = 1; i + 1 < argc; ++i)
    if (qstrcmp(argv[i], "--scale") == 0)
      qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

/// After the skeleton's delay, so that it is in the picture.
void shootAndQuit(QWidget &window, const QString &file) {
  QTimer::singleShot(500ms, &window, [&window, file] {
    if (!window.grab().save(file))
      qCritical("cannot write %s", qPrintable(file));
    QCoreApplication::quit();
  });
}

} // namespace

int main(int argc, char **argv) {
  applyScale(argc, argv);
  QGuiApplication::setHighDpiScaleFactorRoundingPolicy(
      Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication application(argc, argv);
  QCommandLineParser parser;
  const QCommandLineOption shot(u"shot"_s, u"Write a picture and quit."_s, u"file"_s);
  const QCommandLineOption themeName(u"theme"_s, u"light or dark; else the system's."_s, u"name"_s);
  const QCommandLineOption scale(u"scale"_s, u"Device pixel ratio."_s, u"factor"_s);
  const QCommandLineOption charts(u"charts"_s, u"The charts."_s);
  parser.addOptions({shot, themeName, scale, charts});
  parser.addHelpOption();
  parser.process(application);
  QLocale::setDefault(QLocale(u"en_US"_s));
  auto *themes = new ThemeManager(&application);
  if (parser.isSet(themeName))
    themes->setAppearance(parser.value(themeName) == u"dark"_s ? Appearance::Dark
                                                               : Appearance::Light);
  std::unique_ptr<QWidget> window;
  if (parser.isSet(charts))
    window = std::make_unique<GalleryCharts>();
  else
    window = std::make_unique<GalleryWindow>();
  window->setWindowTitle(u"Tenantry gallery"_s);
  window->show();
  if (parser.isSet(shot))
    shootAndQuit(*window, parser.value(shot));
  return application.exec();
}
