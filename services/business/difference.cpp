// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/difference.h"
#include "services/business/facts.h"

namespace tenantry::business {

std::vector<Change> difference(const Business &before, const Business &after) {
  const Facts old = factsOf(before);
  const Facts now = factsOf(after);
  std::map<FactKey, Change> changes;
  for (const auto &[key, text] : old)
    if (!now.contains(key))
      changes[key] = {key.second, Change::Kind::Removed, text, {}};
  for (const auto &[key, text] : now) {
    const auto was = old.find(key);
    if (was == old.end())
      changes[key] = {key.second, Change::Kind::Added, {}, text};
    else if (was->second != text)
      changes[key] = {key.second, Change::Kind::Changed, was->second, text};
  }
  std::vector<Change> list;
  for (auto &[key, change] : changes)
    list.push_back(std::move(change));
  return list;
}

} // namespace tenantry::business
