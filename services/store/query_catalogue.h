// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/sql_resources.h"
#include "services/store/value.h"
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace tenantry::store {

/// A statement with `:name` parameters turned into $1, $2 … in order of first use.
struct Query {
  std::string name;
  std::string sql;
  std::vector<std::string> parameters;
};

/// Turns `:name` into $n; `::type`, strings, quoted names, comments and dollar quotes stay as they
/// are.
[[nodiscard]] Query parseQuery(std::string name, std::string_view sql);

/// The given parameters in the query's order. Throws ProgrammingError, with the names, if one is
/// missing, unknown or given twice.
[[nodiscard]] std::vector<const Value *> bind(const Query &query,
                                              std::initializer_list<Parameter> parameters);

/// Named queries: `-- name: invoice_by_id` begins one, which lasts until the next.
class QueryCatalogue {
public:
  /// Throws ProgrammingError for a name that stands twice.
  explicit QueryCatalogue(const std::vector<SqlFile> &files);
  /// All of resources/sql/queries.
  [[nodiscard]] static const QueryCatalogue &compiledIn();

  [[nodiscard]] const Query &find(std::string_view name) const; ///< throws ProgrammingError
  [[nodiscard]] std::vector<std::string> names() const;

private:
  void addFile(const SqlFile &file);
  std::map<std::string, Query, std::less<>> m_queries;
};

} // namespace tenantry::store
