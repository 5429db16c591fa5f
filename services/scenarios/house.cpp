// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/house.h"

#include "services/audit/sealer.h"
#include "services/automation/check_ins.h"
#include "services/automation/mail_consumer.h"
#include "services/billing/billing_jobs.h"
#include "services/billing/recognition.h"
#include "services/billing/upgrade_consumer.h"
#include "services/gateways/providers.h"
#include "services/gateways/simulator.h"
#include "services/gateways/stripe_gateway.h"
#include "services/subscriptions/closing.h"
#include "services/subscriptions/onboarding.h"
#include "services/usage/member_count.h"

using namespace Qt::StringLiterals;

namespace tenantry::scenarios {

void registerHouse(jobs::HandlerRegistry &registry, const HouseOptions &options) {
  billing::registerJobs(registry, options.tickEvery);
  billing::registerRecognition(registry);
  payments::registerJobs(registry,
                         options.gateways ? options.gateways : gatewaysWith(options.stripe),
                         options.stripe, options.sweepEvery);
  usage::registerMemberCount(registry);
  audit::registerSealing(registry, options.sealEvery);
  automation::registerCheckIns(registry);
  if (options.mail)
    automation::registerDelivery(registry, *options.mail);
}

std::vector<jobs::Consumer> houseConsumers() {
  return {subscriptions::closingConsumer(), subscriptions::onboardingConsumer(),
          usage::memberCountConsumer(),     billing::dueConsumer(),
          billing::upgradeConsumer(),       payments::chargeConsumer(),
          payments::recoveryConsumer(),     automation::mailConsumer()};
}

payments::GatewayFactory simulatorGateways() { return gatewaysWith(nullptr); }

payments::GatewayFactory gatewaysWith(const std::shared_ptr<gateways::StripeClient> &stripe) {
  return [stripe](store::Session &session) {
    auto providers = std::make_unique<gateways::Providers>();
    providers->add(u"simulator"_s, std::make_unique<gateways::SimulatorGateway>(session));
    if (stripe)
      providers->add(u"stripe"_s, std::make_unique<gateways::StripeGateway>(stripe));
    return providers;
  };
}

} // namespace tenantry::scenarios
