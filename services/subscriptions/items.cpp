// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/items.h"

#include "services/business/loader.h"

namespace tenantry::subscriptions {

nlohmann::json toJson(const Item &item) {
  return {{"addon", business::toJson(item.addon)}, {"quantity", item.quantity}};
}

Result<Item> itemFromJson(const nlohmann::json &json) {
  TENANTRY_TRY(addon, business::addonFromJson(json.at("addon")));
  return Item{std::move(addon), json.at("quantity").get<int>()};
}

nlohmann::json toJson(const Items &items) {
  if (items.empty())
    return {};
  auto json = nlohmann::json::array();
  for (const auto &[id, item] : items)
    json.push_back(toJson(item));
  return json;
}

Result<Items> itemsFromJson(const nlohmann::json &json) {
  Items items;
  for (const auto &one : json) {
    TENANTRY_TRY(item, itemFromJson(one));
    const auto id = item.addon.id;
    items.emplace(id, std::move(item));
  }
  return items;
}

nlohmann::json quantitiesOf(const Items &items) {
  auto json = nlohmann::json::object();
  for (const auto &[id, item] : items)
    json[id.toStdString()] = item.quantity;
  return json;
}

} // namespace tenantry::subscriptions
