// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/house.h"

#include "services/audit/sealer.h"
#include "services/automation/check_ins.h"
#include "services/automation/mail_consumer.h"
#include "services/billing/billing_jobs.h"
#include "services/billing/recognition.h"
#include "services/gateways/simulator.h"
#include "services/subscriptions/closing.h"
#include "services/subscriptions/onboarding.h"
#include "services/usage/member_count.h"

namespace tenantry::scenarios {

void registerHouse(jobs::HandlerRegistry &registry, const HouseOptions &options) {
  billing::registerJobs(registry, options.tickEvery);
  billing::registerRecognition(registry);
  payments::registerJobs(registry, options.gateways ? options.gateways : simulatorGateways());
  usage::registerMemberCount(registry);
  audit::registerSealing(registry, options.sealEvery);
  automation::registerCheckIns(registry);
  if (options.mail)
    automation::registerDelivery(registry, *options.mail);
}

std::vector<jobs::Consumer> houseConsumers() {
  return {subscriptions::closingConsumer(), subscriptions::onboardingConsumer(),
          usage::memberCountConsumer(),     billing::dueConsumer(),
          payments::chargeConsumer(),       payments::recoveryConsumer(),
          automation::mailConsumer()};
}

payments::GatewayFactory simulatorGateways() {
  return
      [](store::Session &session) { return std::make_unique<gateways::SimulatorGateway>(session); };
}

} // namespace tenantry::scenarios
