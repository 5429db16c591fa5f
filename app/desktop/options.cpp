// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"
#include "app/desktop/language.h"
#include "app/grammar/program.h"
#include "ui/widgets/refusal_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::desktop {

namespace {

constexpr int wrongUse = 2;

/// The command line as text, before it is understood.
struct Words {
  std::string database, embedded, tour, at, theme, size, place, language;
  double scale = 0;
  bool separate = false;
  int demo = scenarios::DemoSize().organizations;
};

void describe(grammar::Level line, Words &words) {
  const auto database = line.option("--database", words.database,
                                    "Open a server's database, postgresql://… (default: the "
                                    "embedded one)");
  line.option("--embedded", words.embedded, "Directory of the embedded database")
      .excludes(database);
  line.option("--demo", words.demo,
              "Organizations of the demo book that a new embedded database begins with")
      .within(0, 100'000);
  line.option(
          "--theme", words.theme,
          "Appearance of the console (default: as it was chosen there last, the system's at first)")
      .oneOf({"system", "light", "dark"});
  std::vector<std::string> known;
  for (const auto &language : languages())
    known.push_back(language.toStdString());
  line.option("--language", words.language, "Language of the console (default: the system's)")
      .oneOf(known);
  line.option("--size", words.size, "Size of the window, 1440x900");
  line.option("--scale", words.scale, "Scale factor of the window").within(0.5, 4.0);
  line.option("--place", words.place, "Where to begin, tenantry://organizations");
  line.option("--tour", words.tour, "Draw the panes to PNG files in this directory and end");
  line.option(
      "--at", words.at,
      "With --tour: draw the book as it stands at this moment, 2026-11-23T10:00:00Z, and let "
      "no worker run (default: now)");
  line.option("link", words.place, "The same as --place");
  line.flag("--separate", words.separate,
            "Start beside a console of this database that is open already, instead of handing over "
            "to it");
}

std::optional<QSize> sizeOf(const std::string &text) {
  const auto parts = QString::fromStdString(text).split(u'x');
  const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
  const bool isOne = parts.size() == 2 && size.width() >= 320 && size.height() >= 240 &&
                     size.width() <= 8192 && size.height() <= 8192;
  return isOne ? std::optional(size) : std::nullopt;
}

std::optional<ui::Appearance> appearanceOf(const std::string &theme) {
  if (theme.empty())
    return {};
  if (theme == "light")
    return ui::Appearance::Light;
  return theme == "dark" ? ui::Appearance::Dark : ui::Appearance::System;
}

int refuse(const QString &message) {
  std::fprintf(stderr, "tenantry: %s\n", qPrintable(message));
  return wrongUse;
}

/// In the language that was asked for, for which there must be an application: nothing comes after.
int refusePlace(const QString &link, const QString &language, int &argc, char **argv) {
  QCoreApplication application(argc, argv);
  speak(application, language);
  return refuse(ui::said(ui::Place::parse(link).error()));
}

tl::expected<Options, int> understand(const Words &words, int &argc, char **argv) {
  Options options;
  options.start.databaseUrl = QString::fromStdString(words.database);
  options.start.embeddedDirectory = QString::fromStdString(words.embedded);
  options.start.demo.organizations = words.demo;
  options.appearance = appearanceOf(words.theme);
  options.scale = words.scale;
  options.separate = words.separate;
  options.language = QString::fromStdString(words.language);
  options.tour = QString::fromStdString(words.tour);
  if (!words.at.empty()) {
    const auto at = parseInstant(QString::fromStdString(words.at));
    if (!at)
      return tl::unexpected(refuse(u"--at: "_s + at.error().message));
    if (words.tour.empty())
      return tl::unexpected(refuse(u"--at is for a tour: give --tour DIR as well"_s));
    options.at = *at;
  }
  if (!words.size.empty()) {
    const auto size = sizeOf(words.size);
    if (!size)
      return tl::unexpected(refuse(u"--size is written as 1440x900, 320x240 at least"_s));
    options.size = *size;
  }
  if (!words.place.empty()) {
    const auto link = QString::fromStdString(words.place);
    const auto place = ui::Place::parse(link);
    if (!place)
      return tl::unexpected(refusePlace(link, options.language, argc, argv));
    options.place = *place;
  }
  return options;
}

} // namespace

QString databaseOf(const models::StartRequest &start) {
  if (!start.databaseUrl.isEmpty())
    return start.databaseUrl;
  const auto directory = start.embeddedDirectory.isEmpty()
                             ? store::EmbeddedCluster::defaultDirectory()
                             : start.embeddedDirectory;
  // There is no canonical path as long as nothing is there.
  const auto canonical = QFileInfo(directory).canonicalFilePath();
  return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(directory).absoluteFilePath()) : canonical;
}

tl::expected<Options, int> parseOptions(int argc, char **argv) {
  grammar::Program program("tenantry", "The console of Tenantry");
  Words words;
  describe(program.top(), words);
  if (const auto ending = program.read(argc, argv))
    return tl::unexpected(ending->tell());
  return understand(words, argc, argv);
}

} // namespace tenantry::desktop
