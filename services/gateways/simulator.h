// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/payment_gateway.h"
#include "services/store/session.h"

namespace tenantry::gateways {

/// The built-in provider. Its payment methods are behaviours: `succeeds`, `declines:CODE`,
/// `needs_action`, and the two whose answer is lost: `times_out` (it was charged) and
/// `times_out_then:CODE` (it was declined). It keeps its books by idempotency key, as a real one
/// does: the same key never charges twice, and with another amount it is contradicted
/// (`idempotency_error`). A refund of a charge whose answer was lost loses its answer, too; more
/// than was charged is refused (`charge_already_refunded`).
class SimulatorGateway final : public PaymentGateway {
public:
  explicit SimulatorGateway(store::Session &session) : m_session(session) {}
  [[nodiscard]] bool serves(const QString &provider) const override {
    return provider == QStringLiteral("simulator");
  }
  [[nodiscard]] ChargeAnswer charge(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer inquire(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer refund(const RefundRequest &request) override;
  [[nodiscard]] ChargeAnswer inquireRefund(const RefundRequest &request) override;

  /// Error `payment_method.behaviour_unknown`.
  [[nodiscard]] static Result<> checkBehaviour(const QString &behaviour);

private:
  store::Session &m_session;
};

} // namespace tenantry::gateways
