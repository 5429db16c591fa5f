// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/search_words.h"
#include "services/organizations/listing.h"

#include <algorithm>

namespace tenantry::organizations {

namespace {

constexpr qsizetype longestSearch = 100;

/// Three letters or digits in a row make a trigram.
bool hasTrigram(const QString &word) {
  int run = 0;
  for (const QChar c : word) {
    run = c.isLetterOrNumber() || c.isSurrogate() ? run + 1 : 0;
    if (run == 3)
      return true;
  }
  return false;
}

} // namespace

SearchWords searchWords(const QString &text) {
  SearchWords words;
  words.beginning = text.left(longestSearch).simplified().toLower();
  // A null character is no text to the database.
  words.beginning.remove(QChar());
  auto split = words.beginning.split(u' ', Qt::SkipEmptyParts);
  std::stable_sort(split.begin(), split.end(), [](const QString &one, const QString &other) {
    return one.size() > other.size();
  });
  if (split.isEmpty())
    return words;
  words.areIndexed = std::any_of(split.begin(), split.end(), hasTrigram);
  for (std::size_t i = 0; i < words.patterns.size(); ++i)
    words.patterns[i] = searchPattern(split[std::min(static_cast<qsizetype>(i), split.size() - 1)]);
  return words;
}

} // namespace tenantry::organizations
