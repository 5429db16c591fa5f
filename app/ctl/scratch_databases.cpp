// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/scratch_databases.h"

#include "services/core/log.h"
#include "services/store/migrations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

const QString templateClient = u"tenantryctl"_s;
const QString prefix = u"tenantry_scratch"_s;

} // namespace

Result<std::unique_ptr<ScratchDatabases>> ScratchDatabases::open(const Target &target) {
  std::unique_ptr<ScratchDatabases> databases(new ScratchDatabases());
  TENANTRY_CHECK(databases->openServer(target));
  TENANTRY_CHECK(databases->makeTemplate());
  return databases;
}

Result<> ScratchDatabases::openServer(const Target &target) {
  m_url = target.database;
  if (!m_url.isEmpty())
    return {};
  const bool isPrivate = target.embedded.isEmpty();
  if (isPrivate)
    m_directory = std::make_unique<QTemporaryDir>(
        u"/tmp/tenantry-XXXXXX"_s); // the server's account must reach it
  using store::EmbeddedCluster;
  TENANTRY_TRY(cluster, EmbeddedCluster::open(isPrivate ? m_directory->path() : target.embedded,
                                              isPrivate ? EmbeddedCluster::Durability::Throwaway
                                                        : EmbeddedCluster::Durability::Full));
  m_cluster = std::move(cluster);
  m_url = m_cluster->url(u"postgres"_s);
  return {};
}

Result<> ScratchDatabases::makeTemplate() {
  m_template = nextName();
  TENANTRY_CHECK(administer(u"create database %1 template template0"_s.arg(m_template)));
  TENANTRY_TRY(database, store::Database::open({urlOf(m_url, m_template), {}, templateClient}));
  TENANTRY_CHECK(store::migrate(*database, prefix, SystemClock()));
  return {};
}

ScratchDatabases::~ScratchDatabases() {
  if (m_template.isEmpty() || m_directory)
    return;
  if (const auto dropped = administer(u"drop database if exists %1 with (force)"_s.arg(m_template));
      !dropped)
    spdlog::warn("{}", dropped.error().toString());
}

Result<store::ConnectionSettings> ScratchDatabases::make() {
  const auto name = nextName();
  TENANTRY_CHECK(administer(u"create database %1 template %2"_s.arg(name, m_template)));
  return store::ConnectionSettings{urlOf(m_url, name), prefix + u"_worker"_s, templateClient};
}

Result<> ScratchDatabases::drop(const store::ConnectionSettings &made) {
  TENANTRY_TRY(database, store::Database::open({made.url, {}, templateClient}));
  TENANTRY_TRY(rows, database->adHoc("select current_database()::text"));
  return administer(u"drop database if exists %1 with (force)"_s.arg(rows[0].get<QString>(0)));
}

Result<> ScratchDatabases::administer(const QString &sql) const {
  TENANTRY_TRY(server, store::Database::open({m_url, {}, templateClient}));
  return server->script(sql.toUtf8());
}

QString ScratchDatabases::nextName() {
  return u"tenantry_scratch_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++m_number);
}

} // namespace tenantry::ctl
