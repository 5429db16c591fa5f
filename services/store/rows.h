// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/value.h"
#include <memory>
#include <tuple>

struct pg_result;

namespace tenantry::store {

/// One row of a result. Columns are read by position, with the exact type (see Value); a column
/// that may be null is read as std::optional. A wrong type, a null where none is expected, or a
/// position that does not exist throws ProgrammingError: it is a mistake in the query, found by the
/// first test that runs it.
class Row {
public:
  Row(const pg_result *result, int row) : m_result(result), m_row(row) {}

  template <typename T> [[nodiscard]] T get(int column) const;

  /// auto [id, name, ended] = row.as<OrganizationId, QString, std::optional<Instant>>();
  template <typename... T> [[nodiscard]] std::tuple<T...> as() const {
    return asImpl<T...>(std::index_sequence_for<T...>{});
  }

private:
  template <typename... T, std::size_t... I>
  std::tuple<T...> asImpl(std::index_sequence<I...>) const {
    return std::tuple<T...>{get<T>(static_cast<int>(I))...};
  }
  const pg_result *m_result;
  int m_row;
};

/// A whole result, owned; move-only.
class Rows {
public:
  Rows() = default;
  explicit Rows(pg_result *result);

  [[nodiscard]] int size() const;
  [[nodiscard]] bool isEmpty() const { return size() == 0; }
  [[nodiscard]] Row operator[](int row) const { return Row(m_result.get(), row); }
  /// Rows inserted, updated or deleted, for statements that return none.
  [[nodiscard]] std::int64_t affected() const;

  [[nodiscard]] const pg_result *raw() const { return m_result.get(); } ///< for store itself

  class Iterator {
  public:
    Iterator(const pg_result *result, int row) : m_result(result), m_row(row) {}
    Row operator*() const { return Row(m_result, m_row); }
    Iterator &operator++() {
      ++m_row;
      return *this;
    }
    bool operator!=(const Iterator &other) const { return m_row != other.m_row; }

  private:
    const pg_result *m_result;
    int m_row;
  };
  [[nodiscard]] Iterator begin() const { return {m_result.get(), 0}; }
  [[nodiscard]] Iterator end() const { return {m_result.get(), size()}; }

private:
  struct Clear {
    void operator()(pg_result *result) const;
  };
  std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace tenantry::store

#include "services/store/rows_impl.h"
