// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <array>

namespace tenantry::organizations {

/// What someone typed into a search, as the statements need it. Only the first hundred characters
/// and the three longest words count.
struct SearchWords {
  QString beginning;               ///< all of it, in lower case; empty: nothing was typed
  std::array<QString, 3> patterns; ///< for `like`, taken literally; fewer words are repeated
  /// A trigram index finds them; without that only what begins with the text can be found in time.
  bool areIndexed = false;
};

[[nodiscard]] SearchWords searchWords(const QString &text);

} // namespace tenantry::organizations
