// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"
#include "services/store/embedded_cluster.h"
#include <QTemporaryDir>

namespace tenantry::benchmarks {

/// A PostgreSQL of a benchmark's own with the durability of every installation, gone with the
/// object.
class PrivateCluster {
public:
  [[nodiscard]] static Result<std::unique_ptr<PrivateCluster>> open();

  /// As the superuser, or as a role of the installation ("worker", "tenant", "success").
  [[nodiscard]] Result<std::unique_ptr<store::Database>>
  connect(const QString &database, const QString &roleSuffix = {}) const;
  [[nodiscard]] store::ConnectionSettings settings(const QString &database,
                                                   const QString &roleSuffix = {}) const;
  [[nodiscard]] static QString rolePrefix() { return QStringLiteral("tenantry_benchmark"); }
  /// The migrated database everything begins with.
  [[nodiscard]] static QString book() { return QStringLiteral("tenantry"); }
  /// Replaces `name` by a copy of the book, which nobody may be connected to, with its tables in
  /// memory.
  [[nodiscard]] Result<> copyBook(const QString &name) const;

private:
  PrivateCluster() = default;
  std::unique_ptr<QTemporaryDir> m_directory;
  std::unique_ptr<store::EmbeddedCluster> m_cluster;
};

} // namespace tenantry::benchmarks
