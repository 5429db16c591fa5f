// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "services/core/log.h"
#include "services/scenarios/backup.h"
#include "services/scenarios/doctor.h"
#include "services/store/migrations.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

Result<Answer> backUp(Composition &composition, const QString &file) {
  TENANTRY_TRY(version, store::schemaVersion(composition.session().database));
  if (version == 0)
    return fail(u"store.not_migrated"_s,
                u"This database was not made by Tenantry: there is nothing to back up."_s);
  TENANTRY_CHECK(scenarios::backUp(composition.url(), file));
  const auto size = QFileInfo(file).size();
  return Answer{{{"file", file}, {"bytes", size}},
                u"%1 has the whole database (%2 bytes).\n"_s.arg(file).arg(size)};
}

/// Tables and other relations, but for those of the server and its extensions.
const QByteArray anythingOfSomebody =
    "select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace "
    "where nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_(toast|temp)' "
    "and not exists (select from pg_depend where classid = 'pg_class'::regclass and "
    "objid = pg_class.oid and deptype = 'e'))";

/// Of restores that were killed: made by a connection that is gone, and nobody is in it.
const QByteArray leftBehind =
    "select datname::text from pg_database where datname ~ '^tenantry_restore_[0-9]+$' and not "
    "exists (select from pg_stat_activity as a where a.datname = pg_database.datname or "
    "(a.pid <> pg_backend_pid() and 'tenantry_restore_' || a.pid = pg_database.datname))";

/// What is another login's, or taken meanwhile, stays.
Result<> dropLeftBehind(store::Database &server) {
  TENANTRY_TRY(names, server.adHoc(leftBehind));
  for (const auto row : names) {
    const auto name = row.get<QString>(0);
    if (const auto dropped = server.script(u"drop database if exists %1"_s.arg(name).toUtf8());
        !dropped)
      spdlog::warn("{} of a restore that was killed stays: {}", name.toStdString(),
                   dropped.error().toString().toStdString());
  }
  return {};
}

/// Roles are the server's and not in a backup: the migrations of a database that goes again make
/// those that are absent.
Result<> makeRoles(Composition &composition, const QString &prefix) {
  auto &server = composition.session().database;
  TENANTRY_CHECK(dropLeftBehind(server));
  TENANTRY_TRY(maker, server.adHoc("select pg_backend_pid()"));
  const auto scratch = u"tenantry_restore_%1"_s.arg(maker[0].get<std::int64_t>(0));
  TENANTRY_CHECK(server.script(u"create database %1 template template0"_s.arg(scratch).toUtf8()));
  const auto migrated = [&]() -> Result<> {
    TENANTRY_TRY(database,
                 store::Database::open({urlOf(composition.url(), scratch), {}, u"tenantryctl"_s}));
    TENANTRY_CHECK(store::migrate(*database, prefix, composition.clock()));
    return {};
  }();
  TENANTRY_CHECK(server.script(u"drop database %1 with (force)"_s.arg(scratch).toUtf8()));
  return migrated;
}

Result<Answer> restore(Composition &composition, const QString &file) {
  auto &database = composition.session().database;
  TENANTRY_TRY(found, database.adHoc(anythingOfSomebody));
  if (found[0].get<bool>(0))
    return fail(u"restore.not_empty"_s,
                u"The database has content already. Restore into an empty one."_s);
  TENANTRY_TRY(prefix, scenarios::rolePrefixIn(file));
  TENANTRY_CHECK(makeRoles(composition, prefix));
  TENANTRY_CHECK(scenarios::restoreInto(composition.url(), file));
  TENANTRY_TRY(migrations, store::migrate(database, prefix, composition.clock()));
  TENANTRY_CHECK(composition.enterBook());
  TENANTRY_TRY(report, scenarios::examine(composition.session(), composition.business()));
  Answer answer;
  answer.isPartlyBad = !report.isSound();
  answer.json = {{"file", file}, {"migrations", migrations}, {"differences", report.differences()}};
  answer.text =
      report.isSound()
          ? u"Restored; every derived figure agrees with its source.\n"_s
          : u"Restored, but %1 figures differ from their source: see “tenantryctl doctor”.\n"_s.arg(
                report.differences());
  return answer;
}

} // namespace

void addBackupCommands(CommandLine &line) {
  const auto file = std::make_shared<std::string>();
  const auto add = [&](const char *name, const char *help, auto function) {
    auto command = line.top().command(name, help);
    command.option("file", *file, "The backup").required();
    Command what;
    what.access = Access::Server;
    what.work = [file, function](Composition &composition) {
      return function(composition, text(*file));
    };
    line.on(command, what);
  };
  add("backup", "Write the whole database into a file", backUp);
  add("restore", "Put a backup into an empty database", restore);
}

} // namespace tenantry::ctl
