// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/migrations.h"
#include "services/store/sql_resources.h"
#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::store {

namespace {

constexpr int oldestServer = 150000;
// Any fixed number of our own: whoever migrates this database holds it.
const QByteArray lockSql = "select pg_advisory_lock(7235419081)";
const QByteArray unlockSql = "select pg_advisory_unlock(7235419081)";

/// What the runner itself needs; everything else is a migration.
const QByteArray bookkeepingSql = R"(
create schema if not exists tenantry;
create table if not exists tenantry.schema_migration (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null
);
create table if not exists tenantry.installation (
  singleton boolean primary key default true check (singleton),
  role_prefix text not null,
  created_at timestamptz not null
))";

struct Migration {
  int version = 0;
  QString name;
  QByteArray text;
  QString checksum;
};

std::vector<Migration> loadMigrations() {
  std::vector<Migration> migrations;
  for (auto &file : sqlFiles(u"migrations")) {
    const auto checksum = QCryptographicHash::hash(file.text, QCryptographicHash::Sha256).toHex();
    migrations.push_back({file.name.left(4).toInt(), file.name.chopped(4), file.text,
                          QString::fromLatin1(checksum)});
    if (migrations.back().version != static_cast<int>(migrations.size()))
      throw ProgrammingError("Migrations are numbered 0001, 0002 … without gaps: " +
                             file.name.toStdString());
  }
  return migrations;
}

const std::vector<Migration> &knownMigrations() {
  static const std::vector<Migration> migrations = loadMigrations();
  return migrations;
}

Failure newer(int version) {
  return fail(
      u"store.schema_newer"_s,
      u"The database has schema version %1, this program knows up to %2. Install the newer Tenantry."_s
          .arg(version)
          .arg(latestSchemaVersion()));
}

Result<> checkPrefix(const QString &prefix) {
  static const QRegularExpression pattern(u"\\A[a-z][a-z0-9_]{0,39}\\z"_s);
  if (pattern.match(prefix).hasMatch())
    return {};
  return fail(
      u"store.role_prefix"_s,
      u"“%1” cannot begin the names of roles. Use up to 40 lower-case letters, digits and underscores."_s
          .arg(prefix));
}

/// How many are applied. Fails if one of them was edited afterwards or is unknown here.
Result<int> checkApplied(Database &database) {
  TENANTRY_TRY(rows, database.query("applied_migrations"));
  const auto &known = knownMigrations();
  for (const auto row : rows) {
    const auto [version, name, checksum] = row.as<int, QString, QString>();
    if (version > latestSchemaVersion())
      return newer(version);
    if (known[static_cast<std::size_t>(version - 1)].checksum != checksum)
      return fail(u"store.migration_edited"_s,
                  u"Migration %1 was applied with a different text from the one in "
                  u"this program. Install the Tenantry that made this database, or "
                  u"restore a backup."_s.arg(name));
  }
  return rows.size();
}

Result<> apply(Database &database, const Migration &migration, const QString &prefix, Instant now) {
  return database.transaction([&]() -> Result<> {
    QByteArray text = migration.text;
    if (auto done = database.script(text.replace("@prefix@", prefix.toUtf8())); !done) {
      done.error().message = u"Migration %1: %2"_s.arg(migration.name, done.error().message);
      return done;
    }
    TENANTRY_CHECK(database.execute("record_migration", {{"version", migration.version},
                                                         {"name", migration.name},
                                                         {"checksum", migration.checksum},
                                                         {"now", now}}));
    return {};
  });
}

Result<int> migrateLocked(Database &database, const QString &prefix, const Clock &clock) {
  TENANTRY_TRY(exists, database.one<bool>("has_schema"));
  if (!std::get<0>(*exists))
    TENANTRY_CHECK(database.script(bookkeepingSql));
  TENANTRY_CHECK(
      database.execute("record_installation", {{"role_prefix", prefix}, {"now", clock.now()}}));
  TENANTRY_TRY(recorded, rolePrefix(database));
  TENANTRY_TRY(applied, checkApplied(database));
  const auto &known = knownMigrations();
  for (auto i = static_cast<std::size_t>(applied); i < known.size(); ++i)
    TENANTRY_CHECK(apply(database, known[i], recorded, clock.now()));
  return static_cast<int>(known.size()) - applied;
}

} // namespace

int latestSchemaVersion() { return static_cast<int>(knownMigrations().size()); }

Result<int> schemaVersion(Database &database) {
  TENANTRY_TRY(exists, database.one<bool>("has_schema"));
  if (!std::get<0>(*exists))
    return 0;
  TENANTRY_TRY(found, database.one<int>("schema_version"));
  const int version = std::get<0>(*found);
  if (version > latestSchemaVersion())
    return newer(version);
  return version;
}

Result<> checkServerVersion(int version) {
  if (version >= oldestServer)
    return {};
  return fail(u"store.version"_s,
              u"The server is PostgreSQL %1; Tenantry needs 15 or newer. Upgrade the server."_s.arg(
                  version / 10000));
}

Result<int> migrate(Database &database, const QString &rolePrefix, const Clock &clock) {
  TENANTRY_CHECK(checkServerVersion(database.serverVersion()));
  TENANTRY_CHECK(checkPrefix(rolePrefix));
  TENANTRY_CHECK(database.script(lockSql));
  auto outcome = migrateLocked(database, rolePrefix, clock);
  if (auto unlocked = database.script(unlockSql); !unlocked && outcome)
    return tl::unexpected(unlocked.error());
  return outcome;
}

Result<QString> rolePrefix(Database &database) {
  TENANTRY_TRY(found, database.one<QString>("role_prefix"));
  if (!found)
    return fail(u"store.not_migrated"_s,
                u"This database was not made by Tenantry. Run “tenantryctl migrate” first."_s);
  return std::get<0>(*found);
}

} // namespace tenantry::store
