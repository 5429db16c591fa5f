// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/words.h"
#include <nlohmann/json.hpp>

/// The small vocabulary of the stored form. Reading throws std::exception on what does not fit:
/// `loader.h`'s functions turn it into a Result.
namespace tenantry::business::stored {

using Json = nlohmann::json;

[[nodiscard]] Json of(const QString &text);
[[nodiscard]] Json of(const Rational &value); ///< "0.25", or "1/3" where no decimal is exact
[[nodiscard]] Json of(const Money &money);
[[nodiscard]] Json of(LocalDay day);
[[nodiscard]] Json of(const Text &text);
[[nodiscard]] Json of(const std::vector<QString> &texts);
template <typename E>
requires std::is_enum_v<E>
[[nodiscard]] Json of(E value) { return std::string(toWord(value)); }

void get(const Json &json, QString &value);
void get(const Json &json, Rational &value);
void get(const Json &json, Money &value);
void get(const Json &json, Currency &value);
void get(const Json &json, LocalDay &value);
void get(const Json &json, Text &value);
void get(const Json &json, std::int64_t &value);
void get(const Json &json, int &value);
void get(const Json &json, bool &value);
template <typename E>
requires std::is_enum_v<E>
void get(const Json &json, E &value) {
  value = fromWord<E>(json.get_ref<const std::string &>()).value();
}
template <typename T> void get(const Json &json, std::optional<T> &value) {
  if (!json.is_null())
    get(json, value.emplace());
}
template <typename T> void get(const Json &json, std::vector<T> &values) {
  for (const Json &item : json.get_ref<const Json::array_t &>())
    get(item, values.emplace_back());
}

/// Lists of what the caller knows how to write and read.
template <typename T>
[[nodiscard]] Json list(const std::vector<T> &values, Json (*write)(const T &)) {
  Json json = Json::array();
  for (const T &value : values)
    json.push_back(write(value));
  return json;
}
template <typename T>
void getList(const Json &json, std::vector<T> &values, void (*read)(const Json &, T &)) {
  for (const Json &item : json.get_ref<const Json::array_t &>())
    read(item, values.emplace_back());
}

} // namespace tenantry::business::stored
