// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"

namespace tenantry::store {

/// A PostgreSQL installation of this machine.
struct ServerBinaries {
  int majorVersion = 0;
  QString directory; ///< holds initdb, pg_ctl, postgres

  [[nodiscard]] QString program(const QString &name) const { return directory + u'/' + name; }

  /// The newest one from 15 on; `majorVersion` 0 takes any. Looked for in TENANTRY_PG_BIN (alone,
  /// where it is set), /usr/lib/postgresql/*/bin and what pg_config says. Errors
  /// `cluster.no_binaries`, `cluster.wrong_version`.
  [[nodiscard]] static Result<ServerBinaries> find(int majorVersion);
};

} // namespace tenantry::store
