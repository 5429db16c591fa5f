// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/stripe_client.h"
#include "services/jobs/consumer.h"
#include "services/jobs/handler.h"
#include "services/payments/ids.h"
#include "services/payments/service.h"

/// Payments by themselves: a finalized invoice is charged, an unanswered attempt is asked about,
/// what stays unpaid is dunned, and what was held back for it goes on once it is paid.
namespace tenantry::payments {

/// Makes the provider for a session; the simulator keeps its books in the same database.
using GatewayFactory = std::function<std::unique_ptr<gateways::PaymentGateway>(store::Session &)>;

/// `stripe`: who is asked about what Stripe told; none: that waits for a process that has it.
/// `sweepEvery`: how often it is looked for what nobody asks about any more.
void registerJobs(jobs::HandlerRegistry &registry, const GatewayFactory &gateways,
                  const std::shared_ptr<gateways::StripeClient> &stripe = nullptr,
                  std::chrono::seconds sweepEvery = std::chrono::minutes(10));
[[nodiscard]] jobs::Consumer chargeConsumer();
[[nodiscard]] jobs::Consumer recoveryConsumer();

/// `number`: which try it is to be, from 1.
[[nodiscard]] Result<> enqueueCharge(store::Session &session, const OrganizationId &organization,
                                     const InvoiceId &invoice, std::size_t number);
[[nodiscard]] Result<> enqueueDunning(store::Session &session, const OrganizationId &organization,
                                      const InvoiceId &invoice, Instant at);
[[nodiscard]] Result<> enqueueInquiry(store::Session &session, const OrganizationId &organization,
                                      const PaymentAttemptId &attempt, Instant at);

/// Asks the provider for a refund, or what became of it.
[[nodiscard]] Result<> enqueueRefund(store::Session &session, const OrganizationId &organization,
                                     const RefundId &refund, Instant at);

/// Asks the provider to give back what was found, or what became of that.
[[nodiscard]] Result<> enqueueFinding(store::Session &session, const OrganizationId &organization,
                                      const QUuid &finding, Instant at);

/// Acts on what a provider told under that id.
[[nodiscard]] Result<> enqueueProviderEvent(store::Session &session, const QString &eventId);

/// Asks about attempts, refunds and pages of a provider whose outcome nobody knows or asks about
/// (whoever began them was killed, or failed too often), and acts on what a provider told and
/// nobody acted on.
[[nodiscard]] Result<> sweepPayments(store::Session &session);

/// Asks what a customer did at the provider's page.
[[nodiscard]] Result<> enqueueSetupInquiry(store::Session &session,
                                           const OrganizationId &organization,
                                           const MethodSetupId &setup, Instant at);

/// After how long a provider that gave no answer for the nth time is asked again.
[[nodiscard]] std::chrono::minutes inquiryDelay(int inquiries);

} // namespace tenantry::payments
