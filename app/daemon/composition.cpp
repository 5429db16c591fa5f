// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/composition.h"

#include "services/core/log.h"
#include "services/scenarios/house.h"
#include "services/store/migrations.h"

using namespace Qt::StringLiterals;

namespace tenantry::daemon {

namespace {

const QString applicationName = u"tenantryd"_s;

std::shared_ptr<gateways::StripeClient> stripeOf(const Settings &settings) {
  return settings.stripe ? std::make_shared<gateways::StripeClient>(*settings.stripe) : nullptr;
}

/// What the roles of this database are named after.
Result<QString> rolePrefixOf(const QString &url) {
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
  return store::rolePrefix(*database);
}

/// While a customer waits for Stripe's page to open.
std::shared_ptr<gateways::StripeClient> impatientStripeOf(const Settings &settings) {
  using namespace std::chrono_literals;
  if (!settings.stripe)
    return nullptr;
  auto stripe = *settings.stripe;
  stripe.connectLimit = 4s;
  stripe.limit = 8s;
  return std::make_shared<gateways::StripeClient>(std::move(stripe));
}

} // namespace

Result<std::unique_ptr<jobs::WorkerPool>> makeWorkers(const Settings &settings,
                                                      const Clock &clock) {
  TENANTRY_TRY(prefix, rolePrefixOf(settings.database));
  jobs::HandlerRegistry registry;
  scenarios::HouseOptions house;
  house.mail = settings.mail;
  house.stripe = stripeOf(settings);
  scenarios::registerHouse(registry, house);
  jobs::WorkerPoolOptions options;
  options.threads = settings.workers;
  return std::make_unique<jobs::WorkerPool>(
      store::ConnectionSettings{settings.database, prefix + u"_worker"_s, applicationName}, clock,
      std::move(registry), scenarios::houseConsumers(), options);
}

Result<std::unique_ptr<Pages>> makePages(const Settings &settings, const Clock &clock) {
  if (!settings.http)
    return std::unique_ptr<Pages>();
  TENANTRY_TRY(prefix, rolePrefixOf(settings.database));
  api::PortalSettings portal{
      settings.database, prefix, {}, {}, scenarios::gatewaysWith(stripeOf(settings))};
  portal.webhookSecret = settings.stripe ? settings.stripe->webhookSecret : QString();
  portal.takesCards = !settings.stripe;
  portal.stripe = impatientStripeOf(settings);
  portal.address = settings.publicUrl;
  if (settings.stripe && settings.publicUrl.isEmpty())
    spdlog::warn("pages: no card can be entered at Stripe's page without --public-url, where it "
                 "leads back to");
  return std::make_unique<Pages>(std::move(portal), *settings.http, clock);
}

} // namespace tenantry::daemon
