// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"
#include <QStringList>

namespace tenantry::store {

/// A login at the server that is a member of groups of the installation.
struct StaffLogin {
  QString name;
  QStringList groups; ///< "finance", "worker"
  bool mayConnect = false;
  int sessions = 0; ///< open now, at any database of the server
};

/// Logins of people, and of daemons (worker, tenant): roles of PostgreSQL, made and ended by a
/// login that may make roles. Written to the audit trail. A password goes to the server as its
/// verifier, so that it stands in no log.
class StaffLogins {
public:
  /// `prefix`: of the installation's groups.
  StaffLogins(Database &database, QString prefix)
      : m_database(database), m_prefix(std::move(prefix)) {}

  static constexpr int leastPassword = 12; ///< characters
  [[nodiscard]] static const QStringList &groups();
  [[nodiscard]] static QString makePassword(); ///< by chance, 24 letters and digits

  [[nodiscard]] Result<std::vector<StaffLogin>> list(); ///< those that ended, too
  /// A new one, or one that had ended and of which nothing is left. Errors `staff.name_invalid`,
  /// `staff.exists`, `staff.group_unknown`, `staff.password_invalid`, `store.forbidden`.
  [[nodiscard]] Result<> add(const QString &name, const QStringList &groups,
                             const QString &password);
  /// It connects no more, is in no group, and its sessions are cut: so many. Errors
  /// `staff.not_found`, `staff.protected`, `store.forbidden`.
  [[nodiscard]] Result<int> end(const QString &name);

private:
  [[nodiscard]] Result<StaffLogin> find(const QString &name);
  [[nodiscard]] Result<> run(const char *statement, const QString &first, const QString &second);
  [[nodiscard]] Result<> audit(const QString &operation, const Json &before, const Json &after);
  [[nodiscard]] Result<> strip(const QString &name);
  [[nodiscard]] Result<int> cut(const QString &name);
  Database &m_database;
  const QString m_prefix;
};

} // namespace tenantry::store
