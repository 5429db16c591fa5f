// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/scenario_toml.h"

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

namespace {

constexpr int quantityPlaces = 12;

template <typename T> std::string printed(const T &value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

QString wordOf(const Json &value) { return value.get<QString>(); }

/// What a kind of value is called, for the sentence that refuses another.
QString meaningOf(const Key &key) {
  switch (key.kind) {
  case Kind::Text:
    return u"a text"_s;
  case Kind::Texts:
    return u"a list of texts"_s;
  case Kind::Word:
    return u"one of "_s + key.words.join(u", "_s);
  case Kind::Flag:
    return u"true or false"_s;
  case Kind::Integer:
    return u"an integer"_s;
  case Kind::Count:
    return u"an integer from 0"_s;
  case Kind::Position:
    return u"an integer from 1"_s;
  case Kind::Quantity:
    return u"an integer, or a decimal as text"_s;
  case Kind::Figure:
    return u"an integer or a text"_s;
  case Kind::Moment:
    return u"a time with an offset, such as 2026-01-31T09:00:00Z"_s;
  case Kind::Day:
    return u"a day, such as 2026-01-31"_s;
  case Kind::Border:
    return u"a day, such as 2026-01-31, or a time with an offset"_s;
  case Kind::Table:
    return u"a table"_s;
  case Kind::Tables:
    return u"a list of tables"_s;
  }
  return {};
}

bool isIntegerFrom(const Json &value, std::int64_t least) {
  return value.is_number_integer() && value.get<std::int64_t>() >= least;
}

std::optional<Json> integerFrom(const Json &value, std::int64_t least) {
  return isIntegerFrom(value, least) ? std::optional(value) : std::nullopt;
}

std::optional<Json> quantityOf(const Json &value) {
  if (value.is_number_integer())
    return value;
  if (!value.is_string())
    return std::nullopt;
  const auto number = parseDecimal(wordOf(value));
  return number ? std::optional(quantityJson(*number)) : std::nullopt;
}

std::optional<Json> dayOf(const toml::node &node, const Json &value) {
  const bool isDay = node.is_date() || (value.is_string() && parseDay(wordOf(value)));
  return isDay ? std::optional(value) : std::nullopt;
}

std::optional<Json> momentOf(const Json &value) {
  if (!value.is_string())
    return std::nullopt;
  const auto instant = parseInstant(wordOf(value));
  return instant ? std::optional(Json(toIso(*instant))) : std::nullopt;
}

bool isListOf(const Json &value, bool (Json::*is)() const noexcept) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [is](const Json &one) { return (one.*is)(); });
}

/// The value in the form that is compared; none where the key cannot have it.
std::optional<Json> checked(const toml::node &node, const Key &key) {
  const Json value = toJson(node);
  const auto when = [&](bool fits) { return fits ? std::optional(value) : std::nullopt; };
  switch (key.kind) {
  case Kind::Text:
    return when(node.is_string());
  case Kind::Texts:
    return when(isListOf(value, &Json::is_string));
  case Kind::Word:
    return when(node.is_string() && key.words.contains(wordOf(value)));
  case Kind::Flag:
    return when(value.is_boolean());
  case Kind::Integer:
    return when(value.is_number_integer());
  case Kind::Count:
    return integerFrom(value, 0);
  case Kind::Position:
    return integerFrom(value, 1);
  case Kind::Quantity:
    return quantityOf(value);
  case Kind::Figure:
    return when(value.is_number_integer() || node.is_string());
  case Kind::Moment:
    return momentOf(value);
  case Kind::Day:
    return dayOf(node, value);
  case Kind::Border: {
    auto day = dayOf(node, value);
    return day ? day : momentOf(value);
  }
  case Kind::Table:
    return when(value.is_object());
  case Kind::Tables:
    return when(isListOf(value, &Json::is_object));
  }
  return std::nullopt;
}

} // namespace

Json toJson(const toml::node &node) {
  if (const auto *table = node.as_table()) {
    Json object = Json::object();
    for (const auto &[key, value] : *table)
      object[std::string(key.str())] = toJson(value);
    return object;
  }
  if (const auto *array = node.as_array()) {
    Json list = Json::array();
    for (const auto &value : *array)
      list.push_back(toJson(value));
    return list;
  }
  if (const auto value = node.value_exact<std::string>())
    return *value;
  if (const auto value = node.value_exact<std::int64_t>())
    return *value;
  if (const auto value = node.value_exact<bool>())
    return *value;
  if (const auto value = node.value_exact<double>())
    return *value;
  if (const auto value = node.value_exact<toml::date_time>())
    return printed(*value);
  if (const auto value = node.value_exact<toml::date>())
    return printed(*value);
  return printed(*node.as_time());
}

Json quantityJson(const Rational &quantity) {
  const auto text = formatDecimal(quantity, quantityPlaces);
  bool isWhole = false;
  const auto whole = text.toLongLong(&isWhole);
  return isWhole ? Json(static_cast<std::int64_t>(whole)) : Json(text);
}

std::optional<Json> checkedKey(const toml::table &table, const QString &name, const Key &key,
                               const QString &what, const Objection &object) {
  const auto *node = table.get(name.toStdString());
  if (!node && key.isRequired)
    object(u"scenario.missing_key"_s, u"%1 needs “%2”."_s.arg(what, name), table.source());
  if (!node)
    return std::nullopt;
  auto value = checked(*node, key);
  if (!value)
    object(u"scenario.wrong_type"_s, u"“%1” of %2 must be %3."_s.arg(name, what, meaningOf(key)),
           node->source());
  return value;
}

Json checkedTable(const toml::table &table, const Keys &keys, const QString &what,
                  const Objection &object) {
  Json read = Json::object();
  for (const auto &[name, key] : keys)
    if (auto value = checkedKey(table, name, key, what, object))
      read[name.toStdString()] = std::move(*value);
  for (const auto &[key, node] : table)
    if (const auto name = QString::fromStdString(std::string(key.str())); !keys.contains(name))
      object(u"scenario.unknown_key"_s, u"“%1” is not a key of %2."_s.arg(name, what),
             key.source());
  return read;
}

} // namespace tenantry::scenarios
