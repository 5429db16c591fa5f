// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/private_cluster.h"

#include "services/store/migrations.h"
#include <QDir>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

Result<std::unique_ptr<PrivateCluster>> PrivateCluster::open() {
  std::unique_ptr<PrivateCluster> made(new PrivateCluster);
  // The server's account must reach it: the cluster opens this directory, not those above.
  made->m_directory =
      std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/tenantry-benchmark-XXXXXX"_s);
  if (!made->m_directory->isValid())
    return fail(u"cluster.not_writable"_s, u"No temporary directory could be made: %1"_s.arg(
                                               made->m_directory->errorString()));
  TENANTRY_TRY(cluster, store::EmbeddedCluster::open(made->m_directory->path()));
  made->m_cluster = std::move(cluster);
  TENANTRY_TRY(database, made->connect(book()));
  TENANTRY_CHECK(store::migrate(*database, rolePrefix(), SystemClock()));
  return made;
}

store::ConnectionSettings PrivateCluster::settings(const QString &database,
                                                   const QString &roleSuffix) const {
  const QString role = roleSuffix.isEmpty() ? QString() : rolePrefix() + u'_' + roleSuffix;
  return {m_cluster->url(database), role, u"benchmark"_s};
}

Result<std::unique_ptr<store::Database>> PrivateCluster::connect(const QString &database,
                                                                 const QString &roleSuffix) const {
  return store::Database::open(settings(database, roleSuffix));
}

Result<> PrivateCluster::copyBook(const QString &name) const {
  TENANTRY_TRY(postgres, connect(u"postgres"_s));
  TENANTRY_CHECK(postgres->script("drop database if exists " + name.toUtf8()));
  TENANTRY_CHECK(postgres->script("create database " + name.toUtf8() + " template " +
                                  book().toUtf8() + " strategy file_copy"));
  TENANTRY_TRY(copy, connect(name));
  for (const auto *table :
       {"organization", "subscription", "usage_part", "usage_total", "payment_method"})
    TENANTRY_CHECK(copy->adHoc(QByteArray("select count(*) from ") + table));
  return copy->script("checkpoint");
}

} // namespace tenantry::benchmarks
