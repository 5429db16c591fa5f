// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/payment_gateway.h"
#include <map>
#include <memory>

namespace tenantry::gateways {

/// All providers of an installation as one: who has the payment method is asked. What a provider
/// that is not set up here was to do stays unknown, for another process may have asked it.
class Providers final : public PaymentGateway {
public:
  void add(const QString &name, std::unique_ptr<PaymentGateway> gateway) {
    m_gateways[name] = std::move(gateway);
  }
  [[nodiscard]] bool serves(const QString &provider) const override {
    return m_gateways.contains(provider);
  }
  [[nodiscard]] ChargeAnswer charge(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer inquire(const ChargeRequest &request) override;
  [[nodiscard]] ChargeAnswer refund(const RefundRequest &request) override;
  [[nodiscard]] ChargeAnswer inquireRefund(const RefundRequest &request) override;

private:
  [[nodiscard]] PaymentGateway *find(const QString &name) const;
  std::map<QString, std::unique_ptr<PaymentGateway>> m_gateways;
};

} // namespace tenantry::gateways
