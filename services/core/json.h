// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/id.h"
#include "services/core/money.h"
#include <QByteArray>
#include <nlohmann/json.hpp>
#include <string>

// How the product's values look in JSON. As everywhere in nlohmann::json, `get<T>()` throws when
// the text does not fit; catch nlohmann::json::exception at the edge, or read with parseJson and
// check types first.

namespace tenantry {

using Json = nlohmann::json;

/// Error `json.invalid` with the line and column of the mistake.
[[nodiscard]] Result<Json> parseJson(const QByteArray &utf8);

/// Compact, UTF-8; text that is no valid Unicode is replaced, never thrown at.
[[nodiscard]] QByteArray toBytes(const Json &json);
} // namespace tenantry

template <> struct nlohmann::adl_serializer<QString> {
  static void to_json(json &j, const QString &text);
  static void from_json(const json &j, QString &text);
};

/// "2026-01-31T09:00:00Z"
template <> struct nlohmann::adl_serializer<tenantry::Instant> {
  static void to_json(json &j, tenantry::Instant instant);
  static void from_json(const json &j, tenantry::Instant &instant);
};

/// "2026-01-31"
template <> struct nlohmann::adl_serializer<tenantry::LocalDay> {
  static void to_json(json &j, tenantry::LocalDay day);
  static void from_json(const json &j, tenantry::LocalDay &day);
};

/// {"amount": 19900, "currency": "USD"}, in minor units
template <> struct nlohmann::adl_serializer<tenantry::Money> {
  static void to_json(json &j, const tenantry::Money &money);
  static void from_json(const json &j, tenantry::Money &money);
};

/// "0190f3a4-…", null for the null id
template <typename Tag> struct nlohmann::adl_serializer<tenantry::Id<Tag>> {
  static void to_json(json &j, const tenantry::Id<Tag> &id) {
    j = id.isNull() ? json() : json(id.toString());
  }
  static void from_json(const json &j, tenantry::Id<Tag> &id) {
    id = j.is_null() ? tenantry::Id<Tag>() : tenantry::Id<Tag>::fromString(j.get<QString>());
  }
};
