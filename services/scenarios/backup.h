// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/result.h"

/// Whole databases to a file and back, by PostgreSQL's own programs run as child processes.
namespace tenantry::scenarios {

/// A consistent dump in PostgreSQL's custom format, taken while work goes on. The file appears
/// whole or not at all; one of that name is replaced. Errors `backup.failed` (with what pg_dump
/// said), `cluster.no_binaries`.
[[nodiscard]] Result<> backUp(const QString &url, const QString &file);

/// The prefix of the roles that the backup's rights name: they belong to the server and are not in
/// it. Errors `restore.not_a_backup`, `cluster.no_binaries`.
[[nodiscard]] Result<QString> rolePrefixIn(const QString &file);

/// Puts the backup into an empty database, in one transaction. The roles it names must be there.
/// Error `restore.failed` (with what pg_restore said).
[[nodiscard]] Result<> restoreInto(const QString &url, const QString &file);

} // namespace tenantry::scenarios
