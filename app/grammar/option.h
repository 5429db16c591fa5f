// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace tenantry::grammar {

/// What a value must be, beyond its type.
struct Check {
  std::string name; ///< stands for the value in help: "URL"
  std::function<std::string(const std::string &value)> objection; ///< empty: the value is fine
};

class Level;

/// A value that may be given on the command line. A handle, good as long as its program.
class Option {
public:
  explicit Option(CLI::Option *option) : m_option(option) {}

  Option &required();
  Option &requiredUnless(const Level &command); ///< where that one of its commands is given
  Option &requiredUnless(const Option &other);  ///< has a value
  Option &showDefault();                        ///< help says what the variable holds now
  Option &called(const std::string &type);
  Option &excludes(const Option &other);
  Option &needs(const Option &other);
  Option &within(int lowest, int highest);
  Option &within(double lowest, double highest);
  Option &oneOf(const std::vector<std::string> &words);
  Option &checked(const Check &check);

private:
  CLI::Option *m_option;
};

} // namespace tenantry::grammar
