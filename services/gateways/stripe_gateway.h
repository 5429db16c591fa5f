// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/payment_gateway.h"
#include "services/gateways/stripe_answers.h"

namespace tenantry::gateways {

/// Stripe: a charge is a PaymentIntent that is confirmed off-session in the request that makes it.
/// Its metadata name our organization and attempt, so that it is found where its answer was lost:
/// Stripe forgets a key after a day, the intent it keeps. What waits for the customer is cancelled,
/// for nobody must be able to bring it to an end later.
class StripeGateway final : public PaymentGateway {
public:
  explicit StripeGateway(std::shared_ptr<StripeClient> client) : m_client(std::move(client)) {}
  [[nodiscard]] bool serves(const QString &provider) const override {
    return provider == QStringLiteral("stripe");
  }
  [[nodiscard]] ChargeAnswer charge(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer inquire(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer refund(const RefundRequest &request) override;
  [[nodiscard]] ChargeAnswer inquireRefund(const RefundRequest &request) override;

private:
  [[nodiscard]] ChargeAnswer settle(const Json &intent, const ChargeRequest &request);
  [[nodiscard]] ChargeAnswer cancel(const IntentWord &word, const ChargeRequest &request);
  [[nodiscard]] ChargeAnswer inquireByList(const ChargeRequest &request);
  std::shared_ptr<StripeClient> m_client;
};

} // namespace tenantry::gateways
