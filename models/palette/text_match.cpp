// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/text_match.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

bool beginsWord(const QString &text, qsizetype at) {
  return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// Where the word stands, at the beginning of a word if it does; −1: nowhere.
qsizetype find(const QString &text, const QString &word) {
  const qsizetype anywhere = text.indexOf(word, 0, Qt::CaseInsensitive);
  for (qsizetype at = anywhere; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
    if (beginsWord(text, at))
      return at;
  return anywhere;
}

QList<TextRange> joined(QList<TextRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange &one, const TextRange &other) { return one.start < other.start; });
  QList<TextRange> apart;
  for (const auto &range : ranges) {
    if (!apart.isEmpty() && range.start <= apart.back().start + apart.back().length)
      apart.back().length =
          std::max(apart.back().length, range.start + range.length - apart.back().start);
    else
      apart.append(range);
  }
  return apart;
}

} // namespace

std::optional<TextMatch> matchText(const QString &text, const QString &query) {
  const QString wanted = query.simplified();
  if (wanted.isEmpty())
    return TextMatch{Fit::Within, {}};
  if (text.startsWith(wanted, Qt::CaseInsensitive))
    return TextMatch{text.size() == wanted.size() ? Fit::Whole : Fit::Beginning,
                     {{0, wanted.size()}}};
  TextMatch match{Fit::Words, {}};
  for (const auto &word : wanted.split(u' ')) {
    const auto at = find(text, word);
    if (at < 0)
      return std::nullopt;
    if (!beginsWord(text, at))
      match.fit = Fit::Within;
    match.ranges.append({at, word.size()});
  }
  match.ranges = joined(std::move(match.ranges));
  return match;
}

} // namespace tenantry::models
