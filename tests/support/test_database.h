// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"
#include <QStringList>

namespace tenantry::tests {

/// A database of a test's own, copied from a migrated template (made once per cluster and set of
/// migrations) and dropped at the end. Its role prefix is "tenantry_test".
class TestDatabase {
public:
  enum class Content { Migrated, Empty };

  /// `name`: where it is to be seen, in pictures; else one of its own. Ends the process with a
  /// message if that fails.
  explicit TestDatabase(Content content = Content::Migrated, const QString &name = {});
  ~TestDatabase();
  TestDatabase(const TestDatabase &) = delete;
  TestDatabase &operator=(const TestDatabase &) = delete;

  [[nodiscard]] QString name() const { return m_name; }
  [[nodiscard]] QString url() const;
  [[nodiscard]] static QString rolePrefix() { return QStringLiteral("tenantry_test"); }
  /// "worker", "tenant", "finance" …; empty: the superuser.
  [[nodiscard]] store::ConnectionSettings settings(const QString &roleSuffix = {}) const;
  [[nodiscard]] std::unique_ptr<store::Database> connect(const QString &roleSuffix = {}) const;
  /// Vacuums and analyzes those tables (empty: all), until an index alone tells of each of their
  /// rows: what is not on the disk yet, or was written while another connection came in, is not
  /// known to be seen by everybody at first. Ends the process with a message if it never is.
  void vacuum(const QStringList &tables = {}) const;
  /// Lets nobody in, and cuts off those of that name (empty: all) who are, as a server that went;
  /// or lets everybody in again.
  void cutOff(bool isCut, const QString &applicationName = {}) const;

private:
  QString m_name;
};

} // namespace tenantry::tests
