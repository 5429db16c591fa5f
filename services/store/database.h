// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/rows.h"
#include <atomic>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>

struct pg_conn;

namespace tenantry::store {

/// Where and as whom to connect.
struct ConnectionSettings {
  QString url;  ///< libpq URI or key=value string; no password in it: PGPASSFILE or the keychain
  QString role; ///< SET ROLE after connecting ("…_worker"); empty: as the login itself
  QString applicationName;                       ///< shown in pg_stat_activity
  std::chrono::milliseconds statementTimeout{0}; ///< 0: none
  QString actor{}; ///< whom audit rows name instead of the login, where a transaction names nobody
};

/// Cancels what a Database is running, from another thread. Can block on a dead network: never call
/// it on the GUI thread.
class Canceller {
public:
  explicit Canceller(pg_conn *connection);
  [[nodiscard]] Result<> cancel() const;

private:
  std::shared_ptr<struct PgCancel> m_cancel;
};

/// One connection to PostgreSQL, used by one thread at a time. Every statement is a named query of
/// resources/sql/queries (`-- name: …`, parameters `:name`), prepared on first use, binary both
/// ways.
///
/// SQLSTATEs become error codes here and nowhere else: 23505 `store.duplicate`, 23503
/// `store.reference`, 23514/23P01/P0001 `store.constraint` (or the code that a raise in our SQL
/// carries as its DETAIL `code=…`), 42501 `store.forbidden`, 57014 `store.cancelled`, 40001/40P01
/// `store.conflict`, 08*/57P0*/25P03 `store.disconnected`, 53100 (and a connection that is
/// refused for that) `store.disk_full`, 55P03
/// `store.locked`, anything else `store.failed`. `Error::place.field` has the constraint's name.
class Database {
public:
  /// Blocks up to the connect_timeout of the URL (10 s where it has none). A descriptor that
  /// becomes readable in the meantime ends the attempt with `store.cancelled`.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const ConnectionSettings &settings,
                                                              int interruptDescriptor = -1);
  ~Database();
  Database(const Database &) = delete;
  Database &operator=(const Database &) = delete;

  [[nodiscard]] Result<Rows> query(const char *name,
                                   std::initializer_list<Parameter> parameters = {});
  /// Same, for statements whose rows do not matter; gives the number of rows written.
  [[nodiscard]] Result<std::int64_t> execute(const char *name,
                                             std::initializer_list<Parameter> parameters = {});
  /// The first row's columns, or nullopt when there is none.
  template <typename... T>
  [[nodiscard]] Result<std::optional<std::tuple<T...>>>
  one(const char *name, std::initializer_list<Parameter> parameters = {}) {
    auto rows = query(name, parameters);
    if (!rows)
      return tl::unexpected(std::move(rows).error());
    if (rows->isEmpty())
      return std::optional<std::tuple<T...>>{};
    return std::optional<std::tuple<T...>>{(*rows)[0].template as<T...>()};
  }

  /// Runs `work` in a transaction: committed if it returns a value, rolled back if it returns an
  /// error or throws. Serialization failures and deadlocks (`store.conflict`) run the whole lambda
  /// again, at most five times, with jitter. Inside another transaction it is a savepoint, without
  /// retries.
  template <typename F> auto transaction(F &&work) -> std::invoke_result_t<F> {
    using R = std::invoke_result_t<F>;
    std::optional<R> outcome; // none where the transaction could not begin
    auto status = runTransaction([&]() -> Result<> {
      outcome = work();
      if (!*outcome)
        return tl::unexpected(outcome->error());
      return {};
    });
    if (!status && (!outcome || *outcome))
      return tl::unexpected(std::move(status).error());
    return *std::move(outcome);
  }
  [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

  /// For the rest of the transaction this session is that organization (row-level security of the
  /// tenant role).
  [[nodiscard]] Result<> enterOrganization(const OrganizationId &organization);
  /// For the rest of the transaction audit rows carry this actor instead of session_user.
  [[nodiscard]] Result<> setActor(const QString &actor);

  /// SQL that is not a named query: migrations, cluster administration and tests only. May hold
  /// several statements; every result is drained, the first error is returned.
  [[nodiscard]] Result<> script(const QByteArray &sql);
  /// One statement with rows that is not a named query: cluster administration and tests only.
  [[nodiscard]] Result<Rows> adHoc(const QByteArray &sql,
                                   std::initializer_list<Parameter> parameters = {});

  [[nodiscard]] Canceller canceller() const;
  /// False once the server has closed the connection, also while nothing runs.
  [[nodiscard]] bool isConnected() const;
  [[nodiscard]] int serverVersion() const;                       ///< 150004 for 15.4
  [[nodiscard]] pg_conn *handle() const { return m_connection; } ///< for Copy and Listener

private:
  explicit Database(pg_conn *connection);
  [[nodiscard]] Result<> runTransaction(const std::function<Result<>()> &work);
  [[nodiscard]] Result<> attempt(const char *begin, const std::function<Result<>()> &work,
                                 const char *commit, const char *rollback);
  [[nodiscard]] Result<> command(const char *sql);
  [[nodiscard]] Result<std::string> prepared(const struct Query &query,
                                             const std::vector<unsigned> &types);

  pg_conn *m_connection;
  struct Statements;
  std::unique_ptr<Statements> m_statements;
  int m_depth = 0;
};

} // namespace tenantry::store
