// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/grammar/option.h"
#include <cstdint>
#include <memory>
#include <optional>

namespace CLI {
class App;
}

/// The command lines of the programs: a thin front of CLI11, which takes many seconds to compile
/// wherever it is included, and is so in one place.
namespace tenantry::grammar {

/// Where options and commands may stand: a program, or one of its commands. A handle, good as long
/// as its program. Names with dashes are options, without they are positions; the variables are
/// written when the line is read and must last until then.
class Level {
public:
  explicit Level(CLI::App *app) : m_app(app) {}

  Option option(const std::string &name, std::string &value, const std::string &help);
  Option option(const std::string &name, std::vector<std::string> &values, const std::string &help);
  Option option(const std::string &name, int &value, const std::string &help);
  Option option(const std::string &name, std::uint64_t &value, const std::string &help);
  Option option(const std::string &name, double &value, const std::string &help);
  Option flag(const std::string &name, bool &value, const std::string &help);

  Level command(const std::string &name, const std::string &help);
  /// A command that needs one of its own commands after it.
  Level group(const std::string &name, const std::string &help);
  /// Not where one of its own commands follows.
  void whenGiven(const std::function<void()> &action);

private:
  friend class Option;
  CLI::App *m_app;
};

/// What ended the reading of a command line before anything was done.
struct Ending {
  bool isHelp = false;
  std::string text; ///< the help, or the mistake in a sentence

  [[nodiscard]] int status() const { return isHelp ? 0 : 2; } ///< of the program
  /// As people are told, on standard output or error; the exit status.
  [[nodiscard]] int tell() const;
};

class Program {
public:
  Program(const std::string &name, const std::string &purpose);
  ~Program();
  Program(const Program &) = delete;
  Program &operator=(const Program &) = delete;

  [[nodiscard]] Level top() { return Level(m_app.get()); }
  /// One command must be given, and the options of the program may follow it.
  void needCommand();
  /// Nothing when the variables hold what was given.
  [[nodiscard]] std::optional<Ending> read(int argc, char **argv);

private:
  std::unique_ptr<CLI::App> m_app;
};

} // namespace tenantry::grammar
