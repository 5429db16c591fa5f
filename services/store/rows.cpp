// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/rows.h"
#include "services/store/wire.h"
#include <bit>
#include <charconv>
#include <initializer_list>
#include <libpq-fe.h>
#include <limits>

namespace tenantry::store {

namespace detail {
namespace {

void expectType(const Cell &cell, std::initializer_list<unsigned> allowed, const char *wanted) {
  for (const unsigned type : allowed) {
    if (cell.type == type)
      return;
  }
  throw ProgrammingError(std::string("Column \"") + cell.name + "\" has the type with oid " +
                         std::to_string(cell.type) + " and cannot be read as " + wanted +
                         ": cast it in the query.");
}

std::int64_t integerOf(const Cell &cell, const char *wanted) {
  expectType(cell, {wire::Int8, wire::Int4, wire::Int2}, wanted);
  switch (cell.type) {
  case wire::Int8:
    return wire::readInt64(cell.data);
  case wire::Int4:
    return wire::readInt32(cell.data);
  default:
    return wire::readInt16(cell.data);
  }
}

std::string_view textOf(const Cell &cell, const char *wanted) {
  expectType(cell, {wire::Text, wire::Varchar, wire::BlankPadded, wire::Name}, wanted);
  return {cell.data, static_cast<std::size_t>(cell.size)};
}

} // namespace

Cell cellAt(const pg_result *result, int row, int column) {
  if (result == nullptr || row < 0 || row >= PQntuples(result) || column < 0 ||
      column >= PQnfields(result))
    throw ProgrammingError("Row " + std::to_string(row) + ", column " + std::to_string(column) +
                           " does not exist in this result.");
  Cell cell;
  cell.type = PQftype(result, column);
  cell.name = PQfname(result, column);
  cell.size = PQgetlength(result, row, column);
  if (cell.size > 0 || PQgetisnull(result, row, column) == 0)
    cell.data = PQgetvalue(result, row, column);
  return cell;
}

void throwUnexpectedNull(const Cell &cell) {
  throw ProgrammingError(std::string("Column \"") + cell.name +
                         "\" is null: read it as std::optional.");
}

void decode(const Cell &cell, bool &value) {
  expectType(cell, {wire::Bool}, "bool");
  value = *cell.data != 0;
}

void decode(const Cell &cell, int &value) {
  const std::int64_t wide = integerOf(cell, "int");
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
    throw ProgrammingError(std::string("Column \"") + cell.name + "\" holds " +
                           std::to_string(wide) + ": read it as std::int64_t.");
  value = static_cast<int>(wide);
}

void decode(const Cell &cell, std::int64_t &value) { value = integerOf(cell, "std::int64_t"); }

void decode(const Cell &cell, double &value) {
  expectType(cell, {wire::Float8, wire::Float4}, "double");
  value = cell.type == wire::Float8 ? std::bit_cast<double>(wire::readInt64(cell.data))
                                    : std::bit_cast<float>(wire::readInt32(cell.data));
}

void decode(const Cell &cell, QString &value) {
  const auto text = textOf(cell, "QString");
  value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void decode(const Cell &cell, std::string &value) { value = textOf(cell, "std::string"); }

void decode(const Cell &cell, QByteArray &value) {
  expectType(cell, {wire::Bytea}, "QByteArray");
  value = QByteArray(cell.data, cell.size);
}

void decode(const Cell &cell, QUuid &value) {
  expectType(cell, {wire::Uuid}, "QUuid");
  value = QUuid::fromRfc4122(QByteArrayView(cell.data, cell.size));
}

void decode(const Cell &cell, Instant &value) {
  expectType(cell, {wire::Timestamptz}, "Instant");
  value = wire::instantOf(wire::readInt64(cell.data));
}

void decode(const Cell &cell, LocalDay &value) {
  expectType(cell, {wire::Date}, "LocalDay");
  value = wire::dayOf(wire::readInt32(cell.data));
}

void decode(const Cell &cell, Json &value) {
  expectType(cell, {wire::Jsonb, wire::JsonText}, "Json");
  const int version = cell.type == wire::Jsonb ? 1 : 0; // jsonb begins with a byte for its version
  value = Json::parse(cell.data + version, cell.data + cell.size);
}

std::vector<Cell> elementsOf(const Cell &cell) {
  constexpr int headerSize = 12;
  const int dimensions = cell.size >= headerSize ? wire::readInt32(cell.data) : -1;
  if (dimensions != 0 && dimensions != 1)
    throw ProgrammingError(std::string("Column \"") + cell.name +
                           "\" is not an array of one dimension.");
  std::vector<Cell> elements;
  if (dimensions == 0)
    return elements;
  const auto type = static_cast<unsigned>(wire::readInt32(cell.data + 8));
  elements.resize(static_cast<std::size_t>(wire::readInt32(cell.data + headerSize)));
  const char *position = cell.data + headerSize + 8;
  for (auto &element : elements) {
    const int size = wire::readInt32(position);
    position += 4;
    element = Cell{type, size < 0 ? nullptr : position, size, cell.name};
    position += std::max(size, 0);
  }
  return elements;
}

} // namespace detail

Rows::Rows(pg_result *result) : m_result(result) {}

int Rows::size() const { return m_result ? PQntuples(m_result.get()) : 0; }

std::int64_t Rows::affected() const {
  if (!m_result)
    return 0;
  const std::string_view text = PQcmdTuples(m_result.get());
  std::int64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

void Rows::Clear::operator()(pg_result *result) const { PQclear(result); }

} // namespace tenantry::store
