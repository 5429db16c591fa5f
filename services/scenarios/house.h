// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/automation/delivery.h"
#include "services/gateways/stripe_client.h"
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"
#include "services/payments/payment_jobs.h"

/// Everything that works by itself, put together once for the console, the daemon, the command line
/// and scenarios.
namespace tenantry::scenarios {

struct HouseOptions {
  payments::GatewayFactory gateways; ///< empty: the simulator, and Stripe where there is one
  /// How often the audit trail is sealed. A virtual clock that runs through months takes a longer
  /// step.
  std::chrono::seconds sealEvery{60};
  /// How often billing looks for what is due beside waking at the moment it knows of.
  std::chrono::seconds tickEvery{3600};
  /// How often it is looked for payments that nobody asks about any more.
  std::chrono::seconds sweepEvery{600};
  /// Where mails are sent; none: they wait in the outbox.
  std::optional<automation::DeliverySettings> mail{};
  /// Who is asked about what Stripe told; none: that waits.
  std::shared_ptr<gateways::StripeClient> stripe{};
};

/// Adds the handler of every kind of job: usage, billing, payments, the audit trail, mail.
void registerHouse(jobs::HandlerRegistry &registry, const HouseOptions &options = {});

/// Everybody who acts on events.
[[nodiscard]] std::vector<jobs::Consumer> houseConsumers();

/// The built-in payment provider, which keeps its books in the session's own database; what others
/// have begun stays unknown.
[[nodiscard]] payments::GatewayFactory simulatorGateways();
/// With Stripe for what Stripe has the payment method of. All sessions share its connections.
[[nodiscard]] payments::GatewayFactory
gatewaysWith(const std::shared_ptr<gateways::StripeClient> &stripe);

} // namespace tenantry::scenarios
