// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/copy.h"
#include "services/store/sql_error.h"
#include "services/store/wire.h"
#include <libpq-fe.h>
#include <utility>

namespace tenantry::store {

namespace {

constexpr std::size_t flushSize = 64 * 1024;
/// Signature, flags, length of the header's extension: "COPY, Binary Format" of PostgreSQL's
/// manual.
constexpr std::string_view header{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};

template <typename T> void putSized(std::string &buffer, T appendBytes, std::int32_t size) {
  wire::appendInt32(buffer, size);
  appendBytes();
}

} // namespace

CopyWriter::CopyWriter(Database &database, const char *table, const char *columns)
    : m_database(database), m_table(table), m_columns(columns) {
  m_buffer.reserve(flushSize + 4096);
  m_buffer.append(header);
  stageIfSecured();
  if (!m_state)
    return;
  const std::string sql = "COPY " + (m_staged.empty() ? m_table : m_staged) + " (" + m_columns +
                          ") FROM STDIN (FORMAT binary)";
  const Rows rows(PQexec(database.handle(), sql.c_str()));
  m_open = PQresultStatus(rows.raw()) == PGRES_COPY_IN;
  if (!m_open)
    m_state = tl::unexpected(errorOf(database.handle(), rows.raw()));
}

void CopyWriter::stageIfSecured() {
  const char *parameters[] = {m_table.c_str()};
  const Rows asked(PQexecParams(m_database.handle(), "select row_security_active($1)", 1, nullptr,
                                parameters, nullptr, nullptr, 0));
  if (PQresultStatus(asked.raw()) != PGRES_TUPLES_OK) {
    m_state = tl::unexpected(errorOf(m_database.handle(), asked.raw()));
    return;
  }
  if (*PQgetvalue(asked.raw(), 0, 0) != 't')
    return;
  m_staged = "pg_temp.staged_" + m_table;
  run("create temporary table staged_" + m_table + " as select " + m_columns + " from " + m_table +
      " with no data");
}

void CopyWriter::unstage() {
  run("insert into " + m_table + " (" + m_columns + ") select " + m_columns + " from " + m_staged);
  dropStaged();
}

// A transaction that failed takes it along.
void CopyWriter::dropStaged() {
  if (!m_staged.empty() && PQtransactionStatus(m_database.handle()) != PQTRANS_INERROR)
    const Rows dropped(PQexec(m_database.handle(), ("drop table if exists " + m_staged).c_str()));
}

void CopyWriter::run(const std::string &statement) {
  if (!m_state)
    return;
  const Rows rows(PQexec(m_database.handle(), statement.c_str()));
  if (PQresultStatus(rows.raw()) != PGRES_COMMAND_OK)
    m_state = tl::unexpected(errorOf(m_database.handle(), rows.raw()));
}

CopyWriter::~CopyWriter() {
  if (!m_open)
    return;
  PQputCopyEnd(m_database.handle(), "given up");
  while (pg_result *result = PQgetResult(m_database.handle()))
    PQclear(result);
  dropStaged();
}

void CopyWriter::flush() {
  if (m_open && m_state &&
      PQputCopyData(m_database.handle(), m_buffer.data(), static_cast<int>(m_buffer.size())) != 1)
    m_state = tl::unexpected(connectionError(m_database.handle()));
  m_buffer.clear();
}

void CopyWriter::beginRow(int columns) {
  if (m_buffer.size() >= flushSize)
    flush();
  wire::appendInt16(m_buffer, static_cast<std::int16_t>(columns));
  ++m_rows;
}

void CopyWriter::putNull() { wire::appendInt32(m_buffer, -1); }

void CopyWriter::put(bool value) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, value); }, 1);
}

void CopyWriter::put(std::int64_t value) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, value); }, 8);
}

void CopyWriter::putInt4(std::int32_t value) {
  putSized(
      m_buffer, [&] { wire::appendInt32(m_buffer, value); }, 4);
}

void CopyWriter::put(QStringView text) {
  const QByteArray utf8 = text.toUtf8();
  putUtf8({utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

void CopyWriter::putUtf8(std::string_view utf8) {
  putSized(
      m_buffer, [&] { m_buffer.append(utf8); }, static_cast<std::int32_t>(utf8.size()));
}

void CopyWriter::put(const QByteArray &bytes) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, bytes); }, static_cast<std::int32_t>(bytes.size()));
}

void CopyWriter::put(const QUuid &uuid) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, uuid); }, 16);
}

void CopyWriter::put(Instant instant) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, instant); }, 8);
}

void CopyWriter::put(LocalDay day) {
  putSized(
      m_buffer, [&] { wire::append(m_buffer, day); }, 4);
}

void CopyWriter::putJson(std::string_view serialized) {
  putSized(
      m_buffer, [&] { wire::appendJson(m_buffer, serialized); },
      static_cast<std::int32_t>(serialized.size() + 1));
}

void CopyWriter::putDayRange(LocalDay from, LocalDay to) {
  constexpr char isEmpty = 0x01;
  constexpr char lowerInclusive = 0x02;
  if (to <= from) {
    putSized(
        m_buffer, [&] { m_buffer.push_back(isEmpty); }, 1);
    return;
  }
  putSized(
      m_buffer, [&] { m_buffer.push_back(lowerInclusive); }, 1 + 8 + 8);
  put(from);
  put(to);
}

void CopyWriter::putTextArray(const std::vector<QString> &texts) {
  const auto encoded = wire::encode(Value(texts));
  putUtf8(encoded.bytes);
}

Result<std::int64_t> CopyWriter::finish() {
  wire::appendInt16(m_buffer, -1);
  flush();
  if (!m_open)
    return tl::unexpected(
        m_state ? Error{QStringLiteral("store.failed"), QStringLiteral("The COPY is over already.")}
                : m_state.error());
  m_open = false;
  PQputCopyEnd(m_database.handle(), nullptr);
  while (pg_result *result = PQgetResult(m_database.handle())) {
    const Rows rows(result);
    if (PQresultStatus(result) != PGRES_COMMAND_OK && m_state)
      m_state = tl::unexpected(errorOf(m_database.handle(), result));
  }
  if (!m_staged.empty())
    unstage();
  if (!m_state)
    return tl::unexpected(m_state.error());
  return m_rows;
}

} // namespace tenantry::store
