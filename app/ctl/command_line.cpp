// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include <iostream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// What libpq understands; anything else it would take for the name of a database.
grammar::Check isDatabase() {
  return {"URL", [](const std::string &value) {
            const auto url = text(value);
            const bool isOne = url.startsWith(u"postgresql://"_s) ||
                               url.startsWith(u"postgres://"_s) || url.contains(u'=');
            return isOne ? std::string()
                         : "“" + value + "” is no URL such as postgresql://host/name";
          }};
}

/// An empty one would be the usual place: the book that a variable without a value did not mean.
grammar::Check isDirectory() {
  return {"DIR", [](const std::string &value) {
            return value.empty() ? std::string("“” is no directory") : std::string();
          }};
}

int tellAsJson(const grammar::Ending &ending) {
  const auto document = ending.isHelp
                            ? Json{{"help", ending.text}}
                            : errorDocument({u"command.invalid"_s, text(ending.text), {}});
  std::cout << document.dump(2) << '\n';
  return ending.status();
}

} // namespace

CommandLine::CommandLine()
    : m_program("tenantryctl",
                "Subscriptions, usage, invoices and payments from the command line.") {
  m_program.needCommand();
  const auto database = top()
                            .option("--database", m_database, "A server's database: postgresql://…")
                            .called("URL")
                            .checked(isDatabase());
  top()
      .option("--embedded", m_embedded,
              "A private database in that directory; made if it is not there")
      .called("DIR")
      .checked(isDirectory())
      .excludes(database);
  top().flag("--json", m_wantsJson, "One JSON document on standard output");
}

void CommandLine::on(grammar::Level level, Command command) {
  level.whenGiven([this, command = std::move(command)] { m_chosen = command; });
}

std::optional<int> CommandLine::parse(int argc, char **argv) {
  if (const auto ending = m_program.read(argc, argv)) {
    // The flag may stand after what ended the reading.
    const bool json =
        std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
    return json ? tellAsJson(*ending) : ending->tell();
  }
  m_target = {text(m_database), text(m_embedded)};
  return std::nullopt;
}

grammar::Check isDay() {
  return {"YYYY-MM-DD", [](const std::string &value) {
            const auto day = parseDay(text(value));
            return day ? std::string() : day.error().message.toStdString();
          }};
}

grammar::Check isMonth() {
  return {"YYYY-MM", [](const std::string &value) {
            return value.size() == 7 && isDay().objection(value + "-01").empty()
                       ? std::string()
                       : "'" + value + "' is not a month; write it as 2026-10.";
          }};
}

grammar::Check isOrganization() {
  return {"ID", [](const std::string &value) {
            return OrganizationId::fromString(text(value)).isNull()
                       ? std::string("an organization's id is a UUID, see “organization list”")
                       : std::string();
          }};
}

QString text(const std::string &utf8) { return QString::fromStdString(utf8); }

LocalDay dayOf(const std::string &checked) { return parseDay(text(checked)).value(); }

} // namespace tenantry::ctl
