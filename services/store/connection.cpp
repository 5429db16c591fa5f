// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/connection.h"
#include "services/store/sql_error.h"
#include <array>
#include <cerrno>
#include <libpq-fe.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <string>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

using SteadyClock = std::chrono::steady_clock;

void logNotice(void *, const char *message) { spdlog::debug("database: {}", message); }

Connection startConnecting(const ConnectionSettings &settings) {
  const QByteArray url = settings.url.toUtf8();
  const QByteArray application = settings.applicationName.toUtf8();
  // What stands before dbname is a default that the URL may replace; what stands after it is not.
  // A server whose machine has vanished is noticed within a minute, not after two hours.
  const std::array keys{"connect_timeout",
                        "keepalives_idle",
                        "keepalives_interval",
                        "keepalives_count",
                        "dbname",
                        "client_encoding",
                        "application_name",
                        static_cast<const char *>(nullptr)};
  const std::array values{"10",
                          "30",
                          "10",
                          "3",
                          url.constData(),
                          "UTF8",
                          application.isEmpty() ? "tenantry" : application.constData(),
                          static_cast<const char *>(nullptr)};
  Connection connection(PQconnectStartParams(keys.data(), values.data(), 1));
  if (connection)
    PQsetNoticeProcessor(connection.get(), logNotice, nullptr);
  return connection;
}

std::chrono::seconds timeoutOf(pg_conn *connection) {
  int seconds = 0;
  PQconninfoOption *options = PQconninfo(connection);
  for (auto *option = options; option != nullptr && option->keyword != nullptr; ++option) {
    if (std::string_view(option->keyword) == "connect_timeout" && option->val != nullptr)
      seconds = std::atoi(option->val);
  }
  PQconninfoFree(options);
  return std::chrono::seconds(seconds > 0 ? seconds : 10);
}

enum class Wait { Ready, TimedOut, Interrupted };

Wait waitFor(pg_conn *connection, bool toWrite, int interruptDescriptor,
             SteadyClock::time_point deadline) {
  std::array<pollfd, 2> descriptors{
      {{PQsocket(connection), static_cast<short>(toWrite ? POLLOUT : POLLIN), 0},
       {interruptDescriptor, POLLIN, 0}}};
  for (;;) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    if (left <= 0)
      return Wait::TimedOut;
    const int ready = ::poll(descriptors.data(), descriptors.size(), static_cast<int>(left));
    if (ready > 0)
      return descriptors[1].revents != 0 ? Wait::Interrupted : Wait::Ready;
    if (ready < 0 && errno != EINTR)
      return Wait::TimedOut;
  }
}

Result<> finishConnecting(pg_conn *connection, int interruptDescriptor) {
  if (PQstatus(connection) == CONNECTION_BAD)
    return tl::unexpected(connectionError(connection));
  const auto deadline = SteadyClock::now() + timeoutOf(connection);
  auto state = PGRES_POLLING_WRITING;
  while (state != PGRES_POLLING_OK) {
    if (state == PGRES_POLLING_FAILED)
      return tl::unexpected(connectionError(connection));
    const auto wait =
        waitFor(connection, state == PGRES_POLLING_WRITING, interruptDescriptor, deadline);
    if (wait == Wait::Interrupted)
      return fail(u"store.cancelled"_s, u"The connection to the database was given up."_s);
    if (wait == Wait::TimedOut)
      return fail(
          u"store.disconnected"_s,
          u"The database did not answer in time. Check its address and the network, then try again."_s);
    state = PQconnectPoll(connection);
  }
  return {};
}

std::string quotedText(pg_conn *connection, const QString &text) {
  const QByteArray utf8 = text.toUtf8();
  char *quoted =
      PQescapeLiteral(connection, utf8.constData(), static_cast<std::size_t>(utf8.size()));
  std::string literal = quoted == nullptr ? std::string("''") : std::string(quoted);
  PQfreemem(quoted);
  return literal;
}

Result<> setUp(pg_conn *connection, const ConnectionSettings &settings) {
  std::string sql =
      "SET search_path = tenantry, public; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; "
      "SET client_min_messages = warning; "
      // A client that hangs in a transaction must not hold its locks for ever.
      "SET idle_in_transaction_session_timeout = '60s'; SET statement_timeout = " +
      std::to_string(settings.statementTimeout.count()) + ';';
  if (!settings.actor.isEmpty())
    sql += "SET app.actor = " + quotedText(connection, settings.actor) + ';';
  if (!settings.role.isEmpty())
    sql += "SET ROLE " + quotedName(connection, settings.role) + ';';
  const Rows rows(PQexec(connection, sql.c_str()));
  if (PQresultStatus(rows.raw()) != PGRES_COMMAND_OK)
    return tl::unexpected(errorOf(connection, rows.raw()));
  return {};
}

} // namespace

std::string quotedName(pg_conn *connection, const QString &name) {
  const QByteArray utf8 = name.toUtf8();
  char *quoted =
      PQescapeIdentifier(connection, utf8.constData(), static_cast<std::size_t>(utf8.size()));
  std::string text = quoted == nullptr ? std::string() : std::string(quoted);
  PQfreemem(quoted);
  return text;
}

void CloseConnection::operator()(pg_conn *connection) const { PQfinish(connection); }

Result<Connection> connectTo(const ConnectionSettings &settings, int interruptDescriptor) {
  Connection connection = startConnecting(settings);
  if (!connection)
    return fail(u"store.failed"_s, u"There is no memory left for a connection to the database."_s);
  TENANTRY_CHECK(finishConnecting(connection.get(), interruptDescriptor));
  TENANTRY_CHECK(setUp(connection.get(), settings));
  return connection;
}

} // namespace tenantry::store
