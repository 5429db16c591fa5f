// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/providers.h"

#include "services/core/log.h"

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

Result<> checkServes(const PaymentGateway &gateway, const QString &provider) {
  if (gateway.serves(provider))
    return {};
  return fail(u"payment.provider_absent"_s,
              u"This process is not connected to the payment provider “%1”; one "
              u"that is will try."_s.arg(provider));
}

PaymentGateway *Providers::find(const QString &name) const {
  const auto found = m_gateways.find(name);
  if (found != m_gateways.end())
    return found->second.get();
  spdlog::error("payments: the provider {} is not set up here [payment.provider_missing]", name);
  return nullptr;
}

ChargeAnswer Providers::charge(const ChargeRequest &request) {
  auto *gateway = find(request.provider);
  return gateway != nullptr ? gateway->charge(request) : ChargeAnswer{};
}

ChargeAnswer Providers::inquire(const ChargeRequest &request) {
  auto *gateway = find(request.provider);
  return gateway != nullptr ? gateway->inquire(request) : ChargeAnswer{};
}

ChargeAnswer Providers::refund(const RefundRequest &request) {
  auto *gateway = find(request.provider);
  return gateway != nullptr ? gateway->refund(request) : ChargeAnswer{};
}

ChargeAnswer Providers::inquireRefund(const RefundRequest &request) {
  auto *gateway = find(request.provider);
  return gateway != nullptr ? gateway->inquireRefund(request) : ChargeAnswer{};
}

} // namespace tenantry::gateways
