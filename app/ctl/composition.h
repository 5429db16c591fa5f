// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/store/embedded_cluster.h"
#include "services/store/session.h"

namespace tenantry::ctl {

/// Which database a command is about; neither: the embedded one at its usual place.
struct Target {
  QString database; ///< libpq URI of a server's database
  QString embedded; ///< directory of a cluster of its own
};

/// What a command needs to begin with.
enum class Access {
  Server,    ///< the connection only: the database may be empty or of another version
  Unplanned, ///< the current schema, as the worker or a person; no business need be applied
  Book       ///< the same, and an embedded database without a business gets the shipped one
};

/// The same server and login, another database of it.
[[nodiscard]] QString urlOf(const QString &url, const QString &database);

/// What a command works with: built once, after the command line was understood.
class Composition {
public:
  /// Errors of the cluster and the connection; `store.not_migrated`, `store.schema_older`,
  /// `store.schema_newer`.
  [[nodiscard]] static Result<std::unique_ptr<Composition>> open(const Target &target,
                                                                 Access access);

  [[nodiscard]] store::Session &session() { return m_session.value(); }
  [[nodiscard]] business::AppliedBusiness &business() { return m_business; }
  [[nodiscard]] const Clock &clock() const { return m_clock; }
  /// A session at another time, for what is done as of a day.
  [[nodiscard]] store::Session sessionAt(const Clock &clock) {
    return {*m_database, clock, m_actor};
  }

  [[nodiscard]] QString url() const { return m_url; }
  /// Goes on in the book, where the command began with the server only.
  [[nodiscard]] Result<> enterBook() { return openBook(Access::Unplanned); }
  /// How others connect who do a part of the same work.
  [[nodiscard]] store::ConnectionSettings workSettings() const;
  /// The prefix that a new database's roles get: "tenantry" in an embedded one, else the database's
  /// name.
  [[nodiscard]] Result<QString> newRolePrefix();

  /// What is behind an error of the database, where that is known.
  [[nodiscard]] Error reasonFor(const Error &error) const {
    return m_cluster ? m_cluster->reasonFor(error) : error;
  }

private:
  explicit Composition(QString actor) : m_actor(std::move(actor)) {}
  [[nodiscard]] Result<> openTarget(const Target &target);
  [[nodiscard]] Result<> openBook(Access access);
  /// The worker's, where the login is one; else the login's own rights, as in the console.
  [[nodiscard]] Result<> chooseRole(const QString &prefix);
  [[nodiscard]] Result<> checkSchema();
  [[nodiscard]] Result<> applyShippedIfEmpty();

  SystemClock m_clock;
  QString m_actor;
  QString m_url;
  QString m_role;
  std::unique_ptr<store::EmbeddedCluster> m_cluster; ///< outlives the connections
  std::unique_ptr<store::Database> m_database;
  business::AppliedBusiness m_business;
  std::optional<store::Session> m_session;
};

} // namespace tenantry::ctl
