// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grammar/program.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace tenantry::grammar {

namespace {

/// A word where a command belongs is not what CLI11 calls it, a command that is missing.
std::string mistake(const CLI::App &app, const CLI::ParseError &error) {
  const std::string message = error.what();
  const bool isUnknown =
      error.get_name() == "RequiredError" && message.find("subcommand") != std::string::npos;
  const auto words = app.remaining(true);
  return isUnknown && !words.empty() ? "There is no command “" + words.front() + "” here" : message;
}

} // namespace

Option &Option::required() {
  m_option->required();
  return *this;
}

Option &Option::requiredUnless(const Level &command) {
  command.m_app->preparse_callback([option = m_option](std::size_t) { option->required(false); });
  return required();
}

Option &Option::requiredUnless(const Option &other) {
  other.m_option->each([option = m_option](const std::string &) { option->required(false); });
  return required();
}

Option &Option::showDefault() {
  m_option->capture_default_str();
  return *this;
}

Option &Option::called(const std::string &type) {
  m_option->type_name(type);
  return *this;
}

Option &Option::needs(const Option &other) {
  m_option->needs(other.m_option);
  return *this;
}

Option &Option::excludes(const Option &other) {
  m_option->excludes(other.m_option);
  return *this;
}

Option &Option::within(int lowest, int highest) {
  m_option->check(CLI::Range(lowest, highest));
  return *this;
}

Option &Option::within(double lowest, double highest) {
  m_option->check(CLI::Range(lowest, highest));
  return *this;
}

Option &Option::oneOf(const std::vector<std::string> &words) {
  m_option->check(CLI::IsMember(words));
  return *this;
}

Option &Option::checked(const Check &check) {
  m_option->check(CLI::Validator(
      [objection = check.objection](std::string &value) { return objection(value); }, check.name));
  return *this;
}

Option Level::option(const std::string &name, std::string &value, const std::string &help) {
  return Option(m_app->add_option(name, value, help));
}

Option Level::option(const std::string &name, std::vector<std::string> &values,
                     const std::string &help) {
  return Option(m_app->add_option(name, values, help));
}

Option Level::option(const std::string &name, int &value, const std::string &help) {
  return Option(m_app->add_option(name, value, help));
}

Option Level::option(const std::string &name, std::uint64_t &value, const std::string &help) {
  return Option(m_app->add_option(name, value, help));
}

Option Level::option(const std::string &name, double &value, const std::string &help) {
  return Option(m_app->add_option(name, value, help));
}

Option Level::flag(const std::string &name, bool &value, const std::string &help) {
  return Option(m_app->add_flag(name, value, help));
}

Level Level::command(const std::string &name, const std::string &help) {
  return Level(m_app->add_subcommand(name, help));
}

Level Level::group(const std::string &name, const std::string &help) {
  return Level(m_app->add_subcommand(name, help)->require_subcommand(1));
}

void Level::whenGiven(const std::function<void()> &action) {
  m_app->callback([app = m_app, action] {
    if (app->get_subcommands().empty())
      action();
  });
}

int Ending::tell() const {
  if (isHelp)
    std::cout << text;
  else
    std::cerr << text << "\nRun with --help for more information.\n";
  return status();
}

Program::Program(const std::string &name, const std::string &purpose)
    : m_app(std::make_unique<CLI::App>(purpose, name)) {
  m_app->set_version_flag("--version", name + " " TENANTRY_VERSION, "Print the version and exit");
}

Program::~Program() = default;

void Program::needCommand() {
  m_app->fallthrough();
  m_app->require_subcommand(1);
}

std::optional<Ending> Program::read(int argc, char **argv) {
  try {
    m_app->parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForVersion &version) {
    return Ending{true, version.what() + std::string("\n")};
  } catch (const CLI::Success &) {
    return Ending{true, m_app->help()};
  } catch (const CLI::ParseError &error) {
    return Ending{false, mistake(*m_app, error)};
  }
}

} // namespace tenantry::grammar
