// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/store/migrations.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

Result<Answer> migrate(Composition &composition) {
  auto &database = composition.session().database;
  TENANTRY_TRY(prefix, composition.newRolePrefix());
  TENANTRY_TRY(applied, store::migrate(database, prefix, composition.clock()));
  TENANTRY_TRY(recorded, store::rolePrefix(database));
  const int version = store::latestSchemaVersion();
  const auto said =
      applied == 0
          ? u"The schema is up to date (version %1).\n"_s.arg(version)
          : u"%1 migrations applied; the schema has version %2.\n"_s.arg(applied).arg(version);
  return Answer{{{"applied", applied}, {"schema_version", version}, {"role_prefix", recorded}},
                said};
}

} // namespace

void addDatabaseCommands(CommandLine &line) {
  auto command = line.top().command("migrate", "Bring the database to this program's schema");
  line.on(command, {.access = Access::Server, .work = migrate});
}

} // namespace tenantry::ctl
