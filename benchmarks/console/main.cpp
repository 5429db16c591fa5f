// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/console/console_benches.h"
#include "ui/theme/theme_manager.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

int refuse(const Error &error) {
  std::fprintf(stderr, "tenantry-bench: %s\n", qPrintable(error.toString()));
  return 1;
}

} // namespace

int main(int argc, char **argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QCommandLineParser line;
  const QCommandLineOption gate(u"gate"_s, u"Exit status 1 where a limit is not kept"_s);
  const QCommandLineOption size(u"size"_s, u"Organizations of the book"_s, u"N"_s, u"1000000"_s);
  line.setApplicationDescription(u"Measures how the console feels on a large book"_s);
  line.addPositionalArgument(u"name"_s, u"list-scroll, palette, console-start; none: all"_s);
  line.addOption(size);
  line.addOption(gate);
  line.addHelpOption();
  line.process(application);
  const std::map<QString, Result<nlohmann::json> (*)(benchmarks::ConsoleBook &)> all{
      {u"list-scroll"_s, benchmarks::listScroll},
      {u"palette"_s, benchmarks::paletteSearch},
      {u"console-start"_s, benchmarks::consoleStart}};
  const auto names = line.positionalArguments();
  for (const auto &name : names)
    if (!all.contains(name))
      line.showHelp(2);
  (new ui::ThemeManager(&application))->setAppearance(ui::Appearance::Light);
  auto book = benchmarks::ConsoleBook::open(line.value(size).toInt());
  if (!book)
    return refuse(book.error());
  bool isKept = true;
  for (const auto &[name, bench] : all) {
    if (!names.isEmpty() && !names.contains(name))
      continue;
    const auto measured = bench(**book);
    if (!measured)
      return refuse(measured.error());
    std::puts(measured->dump().c_str());
    isKept = isKept && measured->value("passes", false);
  }
  return isKept || !line.isSet(gate) ? 0 : 1;
}
