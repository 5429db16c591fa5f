// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/composition.h"

#include "services/scenarios/house.h"
#include "services/store/migrations.h"

using namespace Qt::StringLiterals;

namespace tenantry::daemon {

namespace {

const QString applicationName = u"tenantryd"_s;

/// The role that workers take on in this database.
Result<QString> workerRole(const QString &url) {
  TENANTRY_TRY(database, store::Database::open({url, {}, applicationName}));
  TENANTRY_TRY(version, store::schemaVersion(*database));
  if (version == 0)
    return fail(u"store.not_migrated"_s,
                u"This database was not made by Tenantry. Run “tenantryctl migrate” first."_s);
  if (version < store::latestSchemaVersion())
    return fail(
        u"store.schema_older"_s,
        u"The database has schema version %1, this program needs %2. Run “tenantryctl migrate” first."_s
            .arg(version)
            .arg(store::latestSchemaVersion()));
  TENANTRY_TRY(prefix, store::rolePrefix(*database));
  return prefix + u"_worker"_s;
}

} // namespace

Result<std::unique_ptr<jobs::WorkerPool>> makeWorkers(const Settings &settings,
                                                      const Clock &clock) {
  TENANTRY_TRY(role, workerRole(settings.database));
  jobs::HandlerRegistry registry;
  scenarios::registerHouse(registry);
  jobs::WorkerPoolOptions options;
  options.threads = settings.workers;
  return std::make_unique<jobs::WorkerPool>(
      store::ConnectionSettings{settings.database, role, applicationName}, clock,
      std::move(registry), scenarios::houseConsumers(), options);
}

} // namespace tenantry::daemon
