// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <map>

namespace tenantry::scenarios {

/// What the value of a key must be.
enum class Kind {
  Text,
  Texts, ///< a list of them
  Word,  ///< one of `Key::words`
  Flag,  ///< true or false
  Integer,
  Count,    ///< an integer from 0
  Position, ///< an integer from 1
  Quantity, ///< an integer, or a decimal as text
  Figure,   ///< an integer or a text
  Moment,   ///< a time with its offset
  Day,      ///< a calendar day
  Border,   ///< either of the two
  Table,
  Tables ///< a list of them
};

struct Key {
  Kind kind = Kind::Text;
  bool isRequired = false;
  bool isIdentity = false; ///< of an expectation: says what is looked at, and is not compared
  QStringList words{};
};
using Keys = std::map<QString, Key>;

/// What may be done and what may be expected: one table each, which the reader checks against and
/// the runner carries out. A verb, key or word whose capability does not exist is not in it.
[[nodiscard]] const std::map<QString, Keys> &verbKeys();
[[nodiscard]] const std::map<QString, Keys> &expectationKeys();
/// The keys of one line in the `lines` of an expected invoice.
[[nodiscard]] const Keys &lineKeys();

} // namespace tenantry::scenarios
