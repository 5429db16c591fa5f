// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include <iostream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// What libpq understands; anything else it would take for the name of a database.
CLI::Validator isDatabase() {
  return {[](std::string &input) {
            const auto url = text(input);
            const bool isOne = url.startsWith(u"postgresql://"_s) ||
                               url.startsWith(u"postgres://"_s) || url.contains(u'=');
            return isOne ? std::string()
                         : "“" + input + "” is no URL such as postgresql://host/name";
          },
          "URL"};
}

} // namespace

CommandLine::CommandLine()
    : m_app("Subscriptions, usage, invoices and payments from the command line.", "tenantryctl") {
  m_app.fallthrough();
  m_app.require_subcommand(1);
  auto *database =
      m_app.add_option("--database", m_database, "A server's database: postgresql://…")
          ->type_name("URL")
          ->check(isDatabase());
  m_app
      .add_option("--embedded", m_embedded,
                  "A private database in that directory; made if it is not there")
      ->type_name("DIR")
      ->excludes(database);
  m_app.add_flag("--json", m_wantsJson, "One JSON document on standard output");
}

void CommandLine::on(CLI::App *subcommand, Command command) {
  subcommand->callback([this, command = std::move(command)] { m_chosen = command; });
}

std::optional<int> CommandLine::parse(int argc, char **argv) {
  // The flag may stand after what ends the reading.
  const bool json =
      std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
  try {
    m_app.parse(argc, argv);
  } catch (const CLI::Success &help) {
    if (!json)
      return m_app.exit(help);
    std::cout << Json{{"help", m_app.help()}}.dump(2) << '\n';
    return 0;
  } catch (const CLI::ParseError &error) {
    const auto message = mistake(error);
    if (json)
      std::cout << errorDocument({u"command.invalid"_s, message, {}}).dump(2) << '\n';
    else
      std::cerr << message.toStdString() << "\nRun with --help for more information.\n";
    return 2;
  }
  m_target = {text(m_database), text(m_embedded)};
  return std::nullopt;
}

/// A word where a command belongs is not what CLI11 calls it, a command that is missing.
QString CommandLine::mistake(const CLI::ParseError &error) const {
  const bool isUnknown = error.get_name() == "RequiredError" &&
                         std::string_view(error.what()).find("subcommand") != std::string::npos;
  const auto words = m_app.remaining(true);
  if (!isUnknown || words.empty())
    return text(error.what());
  return u"There is no command “%1” here"_s.arg(text(words.front()));
}

CLI::Validator isDay() {
  return {[](std::string &input) {
            const auto day = parseDay(text(input));
            return day ? std::string() : day.error().message.toStdString();
          },
          "YYYY-MM-DD"};
}

QString text(const std::string &utf8) { return QString::fromStdString(utf8); }

LocalDay dayOf(const std::string &checked) { return parseDay(text(checked)).value(); }

} // namespace tenantry::ctl
