// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/database.h"
#include "services/store/connection.h"
#include "services/store/no_database_here.h"
#include "services/store/query_catalogue.h"
#include "services/store/sql_error.h"
#include "services/store/wire.h"
#include <QRandomGenerator>
#include <libpq-fe.h>
#include <poll.h>
#include <thread>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

bool succeeded(const Rows &rows) {
  const auto status = PQresultStatus(rows.raw());
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

/// The parameters of one call in the form that libpq wants.
struct Arguments {
  explicit Arguments(const std::vector<const Value *> &values) {
    encoded.reserve(values.size());
    for (const auto *value : values) {
      const auto &one = encoded.emplace_back(wire::encode(*value));
      types.push_back(one.type);
      data.push_back(one.isNull ? nullptr : one.bytes.data());
      lengths.push_back(static_cast<int>(one.bytes.size()));
      formats.push_back(1);
    }
  }
  [[nodiscard]] int count() const { return static_cast<int>(encoded.size()); }

  std::vector<wire::Encoded> encoded;
  std::vector<Oid> types;
  std::vector<const char *> data;
  std::vector<int> lengths;
  std::vector<int> formats;
};

} // namespace

struct Database::Statements {
  /// By name and parameter types: a null that stands for no type makes another statement.
  std::unordered_map<std::string, std::string> prepared;
  std::size_t count = 0;
  Error lastError; ///< why a COMMIT became a rollback, where the work itself kept silent about it
};

Database::Database(pg_conn *connection)
    : m_connection(connection), m_statements(std::make_unique<Statements>()) {}

Database::~Database() { PQfinish(m_connection); }

Result<std::unique_ptr<Database>> Database::open(const ConnectionSettings &settings,
                                                 int interruptDescriptor) {
  requireDatabaseAllowed("connecting");
  TENANTRY_TRY(connection, connectTo(settings, interruptDescriptor));
  return std::unique_ptr<Database>(new Database(connection.release()));
}

Result<std::string> Database::prepared(const Query &query, const std::vector<unsigned> &types) {
  std::string key = query.name;
  for (const auto type : types)
    key += ' ' + std::to_string(type);
  if (const auto found = m_statements->prepared.find(key); found != m_statements->prepared.end())
    return found->second;
  const std::string name = "q" + std::to_string(++m_statements->count);
  const Rows rows(PQprepare(m_connection, name.c_str(), query.sql.c_str(),
                            static_cast<int>(types.size()), types.data()));
  if (!succeeded(rows)) {
    auto error = errorOf(m_connection, rows.raw());
    if (error.code == u"store.failed")
      error.message = u"Query %1: %2"_s.arg(QString::fromStdString(query.name), error.message);
    m_statements->lastError = error;
    return tl::unexpected(std::move(error));
  }
  m_statements->prepared.emplace(std::move(key), name);
  return name;
}

Result<Rows> Database::query(const char *name, std::initializer_list<Parameter> parameters) {
  requireDatabaseAllowed(name);
  const auto &query = QueryCatalogue::compiledIn().find(name);
  const Arguments arguments(bind(query, parameters));
  TENANTRY_TRY(statement, prepared(query, arguments.types));
  Rows rows(PQexecPrepared(m_connection, statement.c_str(), arguments.count(),
                           arguments.data.data(), arguments.lengths.data(),
                           arguments.formats.data(), 1));
  if (succeeded(rows))
    return rows;
  m_statements->lastError = errorOf(m_connection, rows.raw());
  return tl::unexpected(m_statements->lastError);
}

Result<std::int64_t> Database::execute(const char *name,
                                       std::initializer_list<Parameter> parameters) {
  TENANTRY_TRY(rows, query(name, parameters));
  return rows.affected();
}

Result<Rows> Database::adHoc(const QByteArray &sql, std::initializer_list<Parameter> parameters) {
  requireDatabaseAllowed("a statement");
  const auto query = parseQuery("(ad hoc)", sql.toStdString());
  const Arguments arguments(bind(query, parameters));
  Rows rows(PQexecParams(m_connection, query.sql.c_str(), arguments.count(), arguments.types.data(),
                         arguments.data.data(), arguments.lengths.data(), arguments.formats.data(),
                         1));
  if (succeeded(rows))
    return rows;
  m_statements->lastError = errorOf(m_connection, rows.raw());
  return tl::unexpected(m_statements->lastError);
}

Result<> Database::script(const QByteArray &sql) {
  requireDatabaseAllowed("a script");
  Result<> outcome;
  if (PQsendQuery(m_connection, sql.constData()) == 0)
    outcome = tl::unexpected(connectionError(m_connection));
  while (pg_result *result = PQgetResult(m_connection)) {
    const Rows rows(result);
    if (PQresultStatus(result) == PGRES_COPY_IN)
      PQputCopyEnd(m_connection, "COPY is not part of a script");
    else if (!succeeded(rows) && outcome)
      outcome = tl::unexpected(errorOf(m_connection, result));
  }
  if (!outcome)
    m_statements->lastError = outcome.error();
  // A script may change what statements were planned for.
  if (!m_statements->prepared.empty() && PQtransactionStatus(m_connection) != PQTRANS_INERROR) {
    m_statements->prepared.clear();
    const Rows freed(PQexec(m_connection, "DEALLOCATE ALL"));
  }
  return outcome;
}

Result<> Database::command(const char *sql) {
  requireDatabaseAllowed(sql);
  const Rows rows(PQexec(m_connection, sql));
  if (!succeeded(rows))
    return tl::unexpected(errorOf(m_connection, rows.raw()));
  const std::string_view tag = PQcmdStatus(const_cast<pg_result *>(rows.raw()));
  if (tag == "ROLLBACK" && std::string_view(sql) == "COMMIT")
    return tl::unexpected(m_statements->lastError);
  return {};
}

Result<> Database::attempt(const char *begin, const std::function<Result<>()> &work,
                           const char *commit, const char *rollback) {
  TENANTRY_CHECK(command(begin));
  struct Depth {
    int &depth;
    explicit Depth(int &value) : depth(value) { ++depth; }
    ~Depth() { --depth; }
  } const depth(m_depth);
  try {
    auto outcome = work();
    if (outcome)
      return command(commit);
    // The work's error is the one that counts; a rollback that fails has lost the connection.
    (void)command(rollback);
    return outcome;
  } catch (...) {
    (void)command(rollback);
    throw;
  }
}

Result<> Database::runTransaction(const std::function<Result<>()> &work) {
  if (m_depth > 0)
    return attempt("SAVEPOINT nested", work, "RELEASE SAVEPOINT nested",
                   "ROLLBACK TO SAVEPOINT nested; RELEASE SAVEPOINT nested");
  constexpr int attempts = 5;
  for (int number = 1;; ++number) {
    auto outcome = attempt("BEGIN", work, "COMMIT", "ROLLBACK");
    if (outcome || outcome.error().code != u"store.conflict" || number == attempts)
      return outcome;
    const auto longest = 10 << number; // 20, 40, 80, 160 ms
    std::this_thread::sleep_for(
        std::chrono::milliseconds(QRandomGenerator::global()->bounded(1, longest)));
  }
}

Result<> Database::enterOrganization(const OrganizationId &organization) {
  TENANTRY_CHECK(query("enter_organization", {{"organization", organization}}));
  return {};
}

Result<> Database::setActor(const QString &actor) {
  TENANTRY_CHECK(query("set_actor", {{"actor", actor}}));
  return {};
}

bool Database::isConnected() const {
  // Reading what has arrived, up to the end of the stream, is how libpq learns that the server is
  // gone.
  pollfd descriptor{PQsocket(m_connection), POLLIN, 0};
  while (PQstatus(m_connection) == CONNECTION_OK && ::poll(&descriptor, 1, 0) > 0) {
    if (PQconsumeInput(m_connection) == 0)
      return false;
  }
  return PQstatus(m_connection) == CONNECTION_OK;
}

int Database::serverVersion() const { return PQserverVersion(m_connection); }

Canceller Database::canceller() const { return Canceller(m_connection); }

} // namespace tenantry::store
