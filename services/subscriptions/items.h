// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/catalog_values.h"
#include "services/core/result.h"
#include <map>
#include <nlohmann/json.hpp>

namespace tenantry::subscriptions {

/// So many of an add-on (SUB-9). It stays as it was sold, whatever the business sells by now.
struct Item {
  business::Addon addon;
  int quantity = 1;
  bool operator==(const Item &) const = default;
};
using Items = std::map<QString, Item>;                 ///< by the add-on's id
[[nodiscard]] nlohmann::json toJson(const Item &item); ///< the add-on and how many of it
[[nodiscard]] Result<Item> itemFromJson(const nlohmann::json &json);
[[nodiscard]] nlohmann::json toJson(const Items &items); ///< a list, null where there are none
[[nodiscard]] Result<Items> itemsFromJson(const nlohmann::json &json);
[[nodiscard]] nlohmann::json quantitiesOf(const Items &items); ///< by the add-on's id

} // namespace tenantry::subscriptions
