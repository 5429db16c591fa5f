// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <optional>

namespace tenantry::models {

/// Characters of a text that were typed.
struct TextRange {
  qsizetype start = 0;
  qsizetype length = 0;
  bool operator==(const TextRange &) const = default;
};

/// How well something fits what was typed, the best first.
enum class Fit {
  Whole,     ///< it is what was typed
  Beginning, ///< it begins with it
  Words,     ///< each word that was typed begins one of its words
  Within,    ///< each word that was typed stands somewhere in it
  Other,     ///< something else that it is found by has them
};

struct TextMatch {
  Fit fit = Fit::Within;
  QList<TextRange> ranges; ///< in order, apart from each other
};

/// How the words of `query` stand in the text, in any case; none where one does not. Nothing typed
/// fits everything.
[[nodiscard]] std::optional<TextMatch> matchText(const QString &text, const QString &query);

} // namespace tenantry::models
