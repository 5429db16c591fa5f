// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/sql_error.h"
#include <QRegularExpression>
#include <cerrno>
#include <cstring>
#include <libpq-fe.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

QString fieldOf(const pg_result *result, int field) {
  return QString::fromUtf8(PQresultErrorField(result, field));
}

/// Our SQL raises with DETAIL = 'code=…' where a rule has a code of its own.
QString raisedCode(const QString &detail) {
  static const QRegularExpression pattern(u"^code=([a-z0-9_]+(?:\\.[a-z0-9_]+)+)"_s);
  return pattern.match(detail).captured(1);
}

QString sentenceFor(const QString &code, const QString &message) {
  static const std::pair<QLatin1StringView, QString> sentences[] = {
      {"store.duplicate"_L1,
       u"This already exists: %1. Open the existing one or choose another key."_s},
      {"store.reference"_L1,
       u"What this refers to does not exist, or is still in use: %1. Refresh and try again."_s},
      {"store.constraint"_L1, u"A rule of the database does not allow this: %1."_s},
      {"store.forbidden"_L1,
       u"Your role does not allow this: %1. Ask an administrator for the right group."_s},
      {"store.cancelled"_L1, u"The statement was cancelled: %1."_s},
      {"store.conflict"_L1, u"Somebody changed the same rows at the same moment: %1. Try again."_s},
      {"store.disconnected"_L1,
       u"The database ended the connection: %1. Check that the server runs, then try again."_s},
      {"store.disk_full"_L1,
       u"The database server has no space left: %1. Free space there, then try again."_s},
      {"store.read_only"_L1,
       u"The database takes no changes at the moment: %1. Connect to the server that does."_s},
      {"store.server_failed"_L1,
       u"The database server could not do its work: %1. Tell whoever runs it, then try again."_s},
      {"store.locked"_L1, u"Somebody else holds this at the moment: %1. Try again shortly."_s},
  };
  for (const auto &[known, sentence] : sentences) {
    if (code == known)
      return sentence.arg(message);
  }
  return u"The database refused a statement: %1."_s.arg(message);
}

QString withoutFullStop(QString message) {
  message = message.trimmed();
  if (message.endsWith(u'.'))
    message.chop(1);
  return message;
}

} // namespace

bool isDiskFull(const QString &message) {
  return message.contains(u"No space left on device"_s) ||
         message.contains(QString::fromLocal8Bit(std::strerror(ENOSPC)));
}

QString codeOf(std::string_view sqlState) {
  // 25P03: a transaction in which nothing was asked for too long.
  if (sqlState.empty() || sqlState.starts_with("08") || sqlState.starts_with("57P0") ||
      sqlState == "25P03")
    return u"store.disconnected"_s;
  static const std::pair<std::string_view, QString> codes[] = {
      {"23505", u"store.duplicate"_s},  {"23503", u"store.reference"_s},
      {"23514", u"store.constraint"_s}, {"23P01", u"store.constraint"_s},
      {"P0001", u"store.constraint"_s}, {"42501", u"store.forbidden"_s},
      {"57014", u"store.cancelled"_s},  {"40001", u"store.conflict"_s},
      {"40P01", u"store.conflict"_s},   {"53100", u"store.disk_full"_s},
      {"55P03", u"store.locked"_s},     {"25006", u"store.read_only"_s},
  };
  for (const auto &[known, code] : codes) {
    if (known == sqlState)
      return code;
  }
  // What the server lacks, or its system refuses it: memory, connections, a file.
  if (sqlState.starts_with("53") || sqlState.starts_with("58"))
    return u"store.server_failed"_s;
  return u"store.failed"_s;
}

Error errorOf(const pg_conn *connection, const pg_result *result) {
  const char *state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  if (state == nullptr)
    return connectionError(connection);
  const QString message = fieldOf(result, PG_DIAG_MESSAGE_PRIMARY);
  Error error;
  error.place.field = fieldOf(result, PG_DIAG_CONSTRAINT_NAME);
  error.code = codeOf(state);
  const QString raised = raisedCode(fieldOf(result, PG_DIAG_MESSAGE_DETAIL));
  if (error.code != u"store.conflict" && !raised.isEmpty()) {
    error.code = raised;
    error.message = message;
  } else {
    error.message = sentenceFor(error.code, withoutFullStop(message));
  }
  return error;
}

Error connectionError(const pg_conn *connection) {
  const QString message = QString::fromUtf8(PQerrorMessage(connection)).simplified();
  const QString code = isDiskFull(message)                      ? u"store.disk_full"_s
                       : PQstatus(connection) == CONNECTION_BAD ? u"store.disconnected"_s
                                                                : u"store.failed"_s;
  return Error{code, sentenceFor(code, withoutFullStop(message))};
}

} // namespace tenantry::store
