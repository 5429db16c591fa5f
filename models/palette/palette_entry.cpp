// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_entry.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// Some words stand in the text, others elsewhere: "kestrel billing@".
bool isSpread(const PaletteEntry &entry, const QString &query) {
  const auto all = (QStringList{entry.text} + entry.others).join(u'\n');
  return matchText(all, query).has_value();
}

} // namespace

std::optional<PaletteHit> hitOf(const PaletteEntry &entry, const QString &query) {
  if (auto match = matchText(entry.text, query))
    return PaletteHit{entry, match->fit, std::move(match->ranges), {}, {}};
  for (const auto &other : entry.others)
    if (auto match = matchText(other, query))
      return PaletteHit{entry, Fit::Other, {}, other, std::move(match->ranges)};
  if (isSpread(entry, query))
    return PaletteHit{entry, Fit::Other, {}, {}, {}};
  return std::nullopt;
}

} // namespace tenantry::models
