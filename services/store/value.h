// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/id.h"
#include "services/core/json.h"
#include <QByteArray>
#include <QString>
#include <QUuid>
#include <optional>
#include <variant>
#include <vector>

namespace tenantry::store {

using Json = nlohmann::json;

/// One parameter of a query, sent in PostgreSQL's binary format with its type.
/// C++ → SQL: bool → bool, int/int64 → int8, double → float8 (never money), QString → text,
/// QByteArray → bytea, QUuid and Id<T> → uuid, Instant → timestamptz, LocalDay → date, Json →
/// jsonb, std::vector<…> → array of the element's type (elements may be optional: null),
/// std::optional → the value or null.
class Value {
public:
  using Array =
      std::variant<std::vector<std::optional<bool>>, std::vector<std::optional<std::int64_t>>,
                   std::vector<std::optional<QString>>, std::vector<std::optional<QByteArray>>,
                   std::vector<std::optional<QUuid>>, std::vector<std::optional<Instant>>,
                   std::vector<std::optional<LocalDay>>, std::vector<std::optional<Json>>>;
  using Scalar = std::variant<std::monostate, bool, std::int64_t, double, QString, QByteArray,
                              QUuid, Instant, LocalDay, Json, Array>;

  // All but the templates stands in value.cpp: copies of such a variant are much code, and queries
  // make values in every source.
  Value() noexcept; ///< null, of unknown type: the query must make the type plain (`:x::text`)
  Value(bool value);
  Value(int value);
  Value(std::int64_t value);
  Value(double value);
  Value(QString value);
  Value(QByteArray value);
  Value(const QUuid &value);
  Value(Instant value);
  Value(LocalDay value);
  Value(Json value);
  template <typename Tag> Value(const Id<Tag> &id) : Value(id.uuid()) {}
  template <typename T> Value(const std::optional<T> &value) : Value() {
    if (value)
      *this = Value(*value);
    else
      m_nullOf = Value(T{}).scalar().index();
  }
  template <typename T> Value(const std::vector<T> &values);
  Value(const char *) = delete;

  Value(const Value &other);
  Value(Value &&other) noexcept;
  Value &operator=(const Value &other);
  Value &operator=(Value &&other) noexcept;
  ~Value();

  [[nodiscard]] const Scalar &scalar() const { return m_scalar; }
  /// Which alternative a null stands for, so that it is sent with its type.
  [[nodiscard]] std::size_t nullOf() const { return m_nullOf; }

private:
  /// For the elements of Array.
  template <typename E> void setArray(std::vector<std::optional<E>> elements);

  Scalar m_scalar;
  std::size_t m_nullOf = 0;
};

namespace detail {
template <typename T> struct Element { using Type = T; };
template <> struct Element<int> { using Type = std::int64_t; };
template <typename Tag> struct Element<Id<Tag>> { using Type = QUuid; };
template <typename T> struct Element<std::optional<T>> { using Type = typename Element<T>::Type; };

template <typename T> std::optional<typename Element<T>::Type> toElement(const T &value) {
  return typename Element<T>::Type(value);
}
template <typename Tag> std::optional<QUuid> toElement(const Id<Tag> &id) { return id.uuid(); }
template <typename T> auto toElement(const std::optional<T> &value) -> decltype(toElement(*value)) {
  if (!value)
    return std::nullopt;
  return toElement(*value);
}
} // namespace detail

template <typename T> Value::Value(const std::vector<T> &values) : Value() {
  std::vector<std::optional<typename detail::Element<T>::Type>> elements;
  elements.reserve(values.size());
  for (const auto &value : values)
    elements.push_back(detail::toElement(static_cast<const T &>(value)));
  setArray(std::move(elements));
}

struct Parameter {
  const char *name; ///< without the colon
  Value value;
};

} // namespace tenantry::store
