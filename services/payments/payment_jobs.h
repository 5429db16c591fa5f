// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/payment_gateway.h"
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"
#include "services/payments/service.h"

/// Payments by themselves: a finalized invoice is charged, an unanswered attempt is asked about.
namespace tenantry::payments {

/// Makes the provider for a session; the simulator keeps its books in the same database.
using GatewayFactory = std::function<std::unique_ptr<gateways::PaymentGateway>(store::Session &)>;

void registerJobs(jobs::HandlerRegistry &registry, const GatewayFactory &gateways);
[[nodiscard]] jobs::Consumer chargeConsumer();

[[nodiscard]] Result<> enqueueCharge(store::Session &session, const OrganizationId &organization,
                                     const InvoiceId &invoice);
[[nodiscard]] Result<> enqueueInquiry(store::Session &session, const OrganizationId &organization,
                                      const PaymentAttemptId &attempt, Instant at);

} // namespace tenantry::payments
