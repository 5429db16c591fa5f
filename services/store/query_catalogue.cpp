// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/query_catalogue.h"
#include "services/core/result.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

std::size_t afterDelimiter(std::string_view sql, std::string_view delimiter, std::size_t from) {
  const auto at = sql.find(delimiter, from);
  return at == std::string_view::npos ? sql.size() : at + delimiter.size();
}

/// Doubled quotes are two literals side by side, which comes to the same here.
std::size_t afterQuoted(std::string_view sql, std::size_t start) {
  const char quote = sql[start];
  const bool escapes = quote == '\'' && start > 0 &&
                       (sql[start - 1] == 'E' || sql[start - 1] == 'e') &&
                       (start < 2 || !isNamePart(sql[start - 2]));
  for (auto at = start + 1; at < sql.size(); ++at) {
    if (escapes && sql[at] == '\\')
      ++at;
    else if (sql[at] == quote)
      return at + 1;
  }
  return sql.size();
}

std::size_t afterBlockComment(std::string_view sql, std::size_t start) {
  int depth = 0;
  for (auto at = start; at < sql.size();) {
    const auto two = sql.substr(at, 2);
    const bool isDelimiter = two == "/*" || two == "*/";
    depth += two == "/*" ? 1 : two == "*/" ? -1 : 0;
    at += isDelimiter ? 2 : 1;
    if (depth == 0)
      return at;
  }
  return sql.size();
}

std::size_t afterDollarQuoted(std::string_view sql, std::size_t start) {
  auto end = start + 1;
  while (end < sql.size() && isNamePart(sql[end]))
    ++end;
  const bool isTag =
      end < sql.size() && sql[end] == '$' && (end == start + 1 || isNameStart(sql[start + 1]));
  return isTag ? afterDelimiter(sql, sql.substr(start, end + 1 - start), end + 1) : start + 1;
}

/// The end of what begins there and can hold no parameter; the start itself if there is no such
/// thing.
std::size_t afterOpaque(std::string_view sql, std::size_t start) {
  const auto two = sql.substr(start, 2);
  if (sql[start] == '\'' || sql[start] == '"')
    return afterQuoted(sql, start);
  if (two == "--")
    return afterDelimiter(sql, "\n", start);
  if (two == "/*")
    return afterBlockComment(sql, start);
  if (sql[start] == '$')
    return afterDollarQuoted(sql, start);
  if (two == "::")
    return start + 2;
  return start;
}

std::size_t placeOf(Query &query, std::string_view parameter) {
  const auto found = std::find(query.parameters.begin(), query.parameters.end(), parameter);
  const auto place = static_cast<std::size_t>(found - query.parameters.begin());
  if (found == query.parameters.end())
    query.parameters.emplace_back(parameter);
  return place + 1;
}

std::string_view trimmed(std::string_view sql) {
  const auto end = sql.find_last_not_of(" \t\r\n;");
  return end == std::string_view::npos ? std::string_view{} : sql.substr(0, end + 1);
}

ProgrammingError mistake(const Query &query, const std::string &parameter, const char *what) {
  return ProgrammingError("Query " + query.name + ": parameter :" + parameter + ' ' + what + '.');
}

} // namespace

Query parseQuery(std::string name, std::string_view sql) {
  Query query{std::move(name), {}, {}};
  sql = trimmed(sql);
  for (std::size_t at = 0; at < sql.size();) {
    if (const auto end = afterOpaque(sql, at); end > at) {
      query.sql.append(sql.substr(at, end - at));
      at = end;
    } else if (sql[at] == ':' && at + 1 < sql.size() && isNameStart(sql[at + 1])) {
      auto stop = at + 1;
      while (stop < sql.size() && isNamePart(sql[stop]))
        ++stop;
      query.sql.append("$" + std::to_string(placeOf(query, sql.substr(at + 1, stop - at - 1))));
      at = stop;
    } else {
      query.sql.push_back(sql[at++]);
    }
  }
  return query;
}

std::vector<const Value *> bind(const Query &query, std::initializer_list<Parameter> parameters) {
  std::vector<const Value *> bound(query.parameters.size(), nullptr);
  for (const auto &parameter : parameters) {
    const auto found = std::find(query.parameters.begin(), query.parameters.end(), parameter.name);
    if (found == query.parameters.end())
      throw mistake(query, parameter.name, "is unknown");
    auto &place = bound[static_cast<std::size_t>(found - query.parameters.begin())];
    if (place != nullptr)
      throw mistake(query, parameter.name, "is given twice");
    place = &parameter.value;
  }
  const auto missing = std::find(bound.begin(), bound.end(), nullptr);
  if (missing != bound.end())
    throw mistake(query, query.parameters[static_cast<std::size_t>(missing - bound.begin())],
                  "is missing");
  return bound;
}

QueryCatalogue::QueryCatalogue(const std::vector<SqlFile> &files) {
  for (const auto &file : files)
    addFile(file);
}

void QueryCatalogue::addFile(const SqlFile &file) {
  static constexpr std::string_view marker = "-- name: ";
  const std::string text = "\n" + file.text.toStdString();
  const std::string_view view = text;
  const std::string start = "\n" + std::string(marker);
  for (auto at = view.find(start); at != std::string_view::npos;) {
    const auto nameAt = at + start.size();
    const auto nameEnd = std::min(view.find('\n', nameAt), view.size());
    const auto next = view.find(start, nameEnd);
    std::string name(trimmed(view.substr(nameAt, nameEnd - nameAt)));
    const auto body = view.substr(nameEnd, std::min(next, view.size()) - nameEnd);
    if (!m_queries.emplace(name, parseQuery(name, body)).second)
      throw ProgrammingError("Query " + name + " stands twice; the second time in " +
                             file.name.toStdString() + '.');
    at = next;
  }
}

const QueryCatalogue &QueryCatalogue::compiledIn() {
  static const QueryCatalogue catalogue(sqlFiles(u"queries"));
  return catalogue;
}

const Query &QueryCatalogue::find(std::string_view name) const {
  const auto found = m_queries.find(name);
  if (found == m_queries.end())
    throw ProgrammingError("Query " + std::string(name) +
                           " does not exist in resources/sql/queries.");
  return found->second;
}

std::vector<std::string> QueryCatalogue::names() const {
  std::vector<std::string> names;
  names.reserve(m_queries.size());
  for (const auto &[name, query] : m_queries)
    names.push_back(name);
  return names;
}

} // namespace tenantry::store
