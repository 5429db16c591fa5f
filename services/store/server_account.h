// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"
#include <QStringList>
#include <sys/types.h>

namespace tenantry::store {

/// The account that PostgreSQL runs under: ours, or `postgres` where we are root, as it refuses to
/// run as root.
struct ServerAccount {
  uid_t user = 0;
  gid_t group = 0;

  [[nodiscard]] static Result<ServerAccount>
  find(); ///< error `cluster.no_binaries` without a `postgres` account
  [[nodiscard]] QString name() const;
  /// Makes the directory, or takes the one that is there, with that owner and mode. Errors
  /// `cluster.not_writable`, `cluster.disk_full`, `cluster.locked` (somebody else's).
  [[nodiscard]] Result<> ownDirectory(const QString &path, mode_t mode) const;
  [[nodiscard]] Result<> ownFile(const QString &path) const; ///< made empty if absent, mode 0600

  struct Outcome {
    int exitCode = -1;
    QString output; ///< both streams
  };
  /// Runs a program under that account until it ends, in a directory that the account can enter.
  [[nodiscard]] Outcome run(const QString &program, const QStringList &arguments) const;
};

/// An error for a system call that failed on that path, by errno.
[[nodiscard]] Failure systemFailure(const QString &path);

} // namespace tenantry::store
