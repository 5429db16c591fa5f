// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/composition.h"

#include "services/business/apply.h"
#include "services/business/loader.h"
#include "services/store/migrations.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

const QString applicationName = u"tenantryctl"_s;

/// The account at the machine, so that the audit trail says who it was.
QString actorHere() {
  const auto user = qEnvironmentVariable("USER");
  return user.isEmpty() ? applicationName : applicationName + u':' + user;
}

} // namespace

QString urlOf(const QString &url, const QString &database) {
  if (!url.startsWith(u"postgres"_s) || !url.contains(u"://"_s))
    return u"%1 dbname='%2'"_s.arg(url, database); // of two the last one counts
  QUrl changed(url);
  changed.setPath(u'/' + database);
  return changed.toString(QUrl::FullyEncoded);
}

Result<std::unique_ptr<Composition>> Composition::open(const Target &target, Access access) {
  std::unique_ptr<Composition> composition(new Composition(actorHere()));
  TENANTRY_CHECK(composition->openTarget(target));
  if (access != Access::Server)
    TENANTRY_CHECK(composition->openBook(access));
  return composition;
}

Result<> Composition::openTarget(const Target &target) {
  m_url = target.database;
  if (m_url.isEmpty()) {
    const auto directory =
        target.embedded.isEmpty() ? store::EmbeddedCluster::defaultDirectory() : target.embedded;
    TENANTRY_TRY(cluster, store::EmbeddedCluster::open(directory));
    m_cluster = std::move(cluster);
    m_url = m_cluster->url();
  }
  TENANTRY_TRY(database, store::Database::open({m_url, {}, applicationName}));
  m_database = std::move(database);
  m_session.emplace(store::Session{*m_database, m_clock, m_actor});
  return {};
}

Result<> Composition::openBook(Access access) {
  if (m_cluster) {
    TENANTRY_TRY(prefix, newRolePrefix());
    TENANTRY_CHECK(store::migrate(*m_database, prefix, m_clock));
  }
  TENANTRY_CHECK(checkSchema());
  TENANTRY_TRY(prefix, store::rolePrefix(*m_database));
  TENANTRY_CHECK(chooseRole(prefix));
  TENANTRY_TRY(database, store::Database::open(workSettings()));
  m_session.reset();
  m_database = std::move(database);
  m_session.emplace(store::Session{*m_database, m_clock, m_actor});
  return access == Access::Book && m_cluster ? applyShippedIfEmpty() : Result<>{};
}

Result<> Composition::chooseRole(const QString &prefix) {
  const auto worker = prefix + u"_worker"_s;
  TENANTRY_TRY(rows,
               m_database->adHoc("select pg_has_role(:worker::text, 'member'), session_user::text",
                                 {{"worker", worker}}));
  const bool mayWork = rows[0].get<bool>(0);
  m_role = mayWork ? worker : QString();
  if (!mayWork)
    m_actor = rows[0].get<QString>(1);
  return {};
}

Result<> Composition::checkSchema() {
  TENANTRY_TRY(version, store::schemaVersion(*m_database));
  if (version == 0)
    return fail(u"store.not_migrated"_s,
                u"This database was not made by Tenantry. Run “tenantryctl migrate” first."_s);
  if (version < store::latestSchemaVersion())
    return fail(
        u"store.schema_older"_s,
        u"The database has schema version %1, this program needs %2. Run “tenantryctl migrate” first."_s
            .arg(version)
            .arg(store::latestSchemaVersion()));
  return {};
}

Result<> Composition::applyShippedIfEmpty() {
  TENANTRY_TRY(applied, m_business.current(*m_session));
  if (applied->version > 0)
    return {};
  const auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  TENANTRY_CHECK(business::BusinessApply(*m_session).apply(*shipped, m_actor));
  return {};
}

store::ConnectionSettings Composition::workSettings() const {
  return {m_url, m_role, applicationName};
}

Result<QString> Composition::newRolePrefix() {
  if (m_cluster)
    return u"tenantry"_s;
  TENANTRY_TRY(rows, m_database->adHoc("select current_database()::text"));
  return rows[0].get<QString>(0);
}

} // namespace tenantry::ctl
