// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/loader.h"
#include "services/subscriptions/lifecycle_steps.h"

#include <algorithm>

namespace tenantry::subscriptions {

namespace {

bool isMore(std::int64_t limit, std::int64_t than) {
  return than != business::unlimited && (limit == business::unlimited || limit > than);
}

} // namespace

OwnLimits partLimitsAfter(const Change &change, const InstantRange &at, OwnLimits limits) {
  if (change.limitsAt && at.contains(*change.limitsAt))
    for (const auto &metric : change.limitsOf) {
      limits.erase(metric);
      if (const auto limit = change.limits.find(metric); limit != change.limits.end())
        limits.insert(*limit);
    }
  if (change.raisesAt && at.contains(*change.raisesAt))
    for (const auto &[metric, limit] : change.limits)
      if (const auto [had, isNew] = limits.try_emplace(metric, limit);
          !isNew && isMore(limit, had->second))
        had->second = limit;
  return limits;
}

nlohmann::json resoldJson(const Alteration &to) {
  auto sold = nlohmann::json::array();
  for (const auto &addon : to.resold)
    sold.push_back(business::toJson(addon));
  return sold;
}

nlohmann::json resoldIds(const Alteration &to) {
  auto ids = nlohmann::json::array();
  for (const auto &addon : to.resold)
    ids.push_back(addon.id.toStdString());
  return ids;
}

void noteAddons(const Items &before, const Items &after, nlohmann::json &payload) {
  if (quantitiesOf(before) != quantitiesOf(after)) {
    payload["addons"] = quantitiesOf(after);
    payload["addons_before"] = quantitiesOf(before);
  }
  for (const auto &[id, item] : after)
    if (const auto was = before.find(id); was != before.end() && was->second.addon != item.addon)
      payload["addons_moved"].push_back(id.toStdString());
}

void Steps::takeOver(const Item &item) {
  auto &items = m_change.after.items;
  if (item.quantity > 0)
    items[item.addon.id] = item;
  else
    items.erase(item.addon.id);
  m_change.entitlementsChanged = true;
}

// Of what it is to have: how many of each stays.
void Steps::takeOver(const std::vector<business::Addon> &resold) {
  auto &items = m_change.after.items;
  for (const auto &addon : resold)
    if (const auto held = items.find(addon.id); held != items.end()) {
      held->second.addon = addon;
      m_change.entitlementsChanged = true;
    }
}

bool Steps::grantsMore(const Alteration &to) const {
  if (std::ranges::any_of(to.resold, [](const auto &sold) { return !sold.limits.empty(); }))
    return true; // or less of it: what is raised is only what is more
  if (!to.item || to.item->addon.limits.empty())
    return false;
  const auto &items = m_change.after.items;
  const auto held = items.find(to.item->addon.id);
  return held == items.end() || held->second.quantity < to.item->quantity;
}

// Usage that is counted already is rated by the most that was paid for within it: less of an add-on
// counts from the next part on.
void Steps::raiseLimits(Instant now) {
  if (!m_change.opened.empty()) {
    m_change.opened.back().ownLimits = partLimits();
    return;
  }
  m_change.raisesAt = now;
  m_change.limits = partLimits();
}

OwnLimits Steps::partLimits() const {
  const auto &state = m_change.after;
  return limitsBesidePlan(m_around.applied->planVersion(state.planVersion).plan, state.ownLimits,
                          state.items);
}

} // namespace tenantry::subscriptions
