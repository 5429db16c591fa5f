// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::store {

/// The newest migration that this program knows (resources/sql/migrations/NNNN_name.sql).
[[nodiscard]] int latestSchemaVersion();
/// 0 on an empty database. Error `store.schema_newer` if the database is ahead of this program.
[[nodiscard]] Result<int> schemaVersion(Database &database);
/// Error `store.version` for a server that is too old, as PostgreSQL numbers it (15.4 is 150004).
[[nodiscard]] Result<> checkServerVersion(int version);
/// Applies what is missing, each migration in a transaction of its own under one advisory lock,
/// with its checksum recorded; `@prefix@` in their text becomes the installation's role prefix.
/// Runs as the schema's owner or a superuser. Errors `store.schema_newer`, `store.migration_edited`
/// (an applied file's checksum differs), and of checkServerVersion. Gives the number of migrations
/// applied.
[[nodiscard]] Result<int> migrate(Database &database, const QString &rolePrefix,
                                  const Clock &clock);
/// The role prefix that was recorded when the database was made.
[[nodiscard]] Result<QString> rolePrefix(Database &database);

} // namespace tenantry::store
