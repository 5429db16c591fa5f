// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/ctl/composition.h"

#include <QTemporaryDir>
#include <atomic>

namespace tenantry::ctl {

/// Fresh migrated databases, one after the other: copies of a template, dropped when they are no
/// longer needed. On the server of the target, or, where none is named, on a private one that goes
/// with this object and gives up durability.
class ScratchDatabases {
public:
  [[nodiscard]] static Result<std::unique_ptr<ScratchDatabases>> open(const Target &target);
  ~ScratchDatabases();
  ScratchDatabases(const ScratchDatabases &) = delete;
  ScratchDatabases &operator=(const ScratchDatabases &) = delete;

  /// From any thread; the workers' role.
  [[nodiscard]] Result<store::ConnectionSettings> make();
  [[nodiscard]] Result<> drop(const store::ConnectionSettings &made);

private:
  ScratchDatabases() = default;
  [[nodiscard]] Result<> openServer(const Target &target);
  [[nodiscard]] Result<> makeTemplate();
  [[nodiscard]] Result<> administer(const QString &sql) const;
  [[nodiscard]] QString nextName();

  std::unique_ptr<QTemporaryDir> m_directory; ///< goes after the server in it
  std::unique_ptr<store::EmbeddedCluster> m_cluster;
  QString m_url;
  QString m_template;
  std::atomic<int> m_number = 0;
};

} // namespace tenantry::ctl
