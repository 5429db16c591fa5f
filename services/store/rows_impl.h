// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Included by rows.h only: how a column becomes a C++ value.
#include <string>
#include <type_traits>

namespace tenantry::store::detail {

/// A column of a row as it arrived: binary, with the object id of its type.
struct Cell {
  unsigned type = 0;
  const char *data = nullptr; ///< null: SQL null
  int size = 0;
  const char *name = "";
};

/// Throws ProgrammingError for a position that does not exist.
[[nodiscard]] Cell cellAt(const pg_result *result, int row, int column);
[[noreturn]] void throwUnexpectedNull(const Cell &cell);

/// Each throws ProgrammingError if the column's type is another one.
void decode(const Cell &cell, bool &value);
void decode(const Cell &cell, int &value);
void decode(const Cell &cell, std::int64_t &value);
void decode(const Cell &cell, double &value);
void decode(const Cell &cell, QString &value);
void decode(const Cell &cell, std::string &value);
void decode(const Cell &cell, QByteArray &value);
void decode(const Cell &cell, QUuid &value);
void decode(const Cell &cell, Instant &value);
void decode(const Cell &cell, LocalDay &value);
void decode(const Cell &cell, Json &value);

template <typename Tag> void decode(const Cell &cell, Id<Tag> &value) {
  QUuid uuid;
  decode(cell, uuid);
  value = Id<Tag>(uuid);
}

/// The elements of a one-dimensional array.
[[nodiscard]] std::vector<Cell> elementsOf(const Cell &cell);

template <typename T> struct IsOptional : std::false_type {};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T> struct IsVector : std::false_type {};
template <typename T> struct IsVector<std::vector<T>> : std::true_type {};

template <typename T> T valueOf(const Cell &cell) {
  if constexpr (IsOptional<T>::value) {
    if (cell.data == nullptr)
      return std::nullopt;
    return valueOf<typename T::value_type>(cell);
  } else {
    if (cell.data == nullptr)
      throwUnexpectedNull(cell);
    T value{};
    if constexpr (IsVector<T>::value) {
      for (const auto &element : elementsOf(cell))
        value.push_back(valueOf<typename T::value_type>(element));
    } else {
      decode(cell, value);
    }
    return value;
  }
}

} // namespace tenantry::store::detail

namespace tenantry::store {

template <typename T> T Row::get(int column) const {
  return detail::valueOf<T>(detail::cellAt(m_result, m_row, column));
}

} // namespace tenantry::store
