// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"

namespace tenantry::gateways {

/// What is asked of a provider. The key makes it safe to ask again.
struct ChargeRequest {
  QString idempotencyKey;
  QString methodReference; ///< what the provider knows the payment method by
  Money amount;
  QString description; ///< the invoice's number
};

enum class ChargeOutcome {
  Succeeded,
  Failed,      ///< definite: `declineCode` says why
  NeedsAction, ///< definite for us: the customer has to act
  Unknown,     ///< no answer: it may have been charged
  NotFound     ///< inquiry only: the provider never saw the key
};

struct ChargeAnswer {
  ChargeOutcome outcome = ChargeOutcome::Unknown;
  QString declineCode;
  QString reference; ///< the provider's own id
};

/// Money back of a charge that succeeded.
struct RefundRequest {
  QString idempotencyKey;
  QString chargeKey;       ///< the idempotency key of the charge
  QString chargeReference; ///< the provider's own id of it
  Money amount;
};

/// A payment provider. Never called inside a transaction.
class PaymentGateway {
public:
  virtual ~PaymentGateway() = default;
  [[nodiscard]] virtual ChargeAnswer charge(const ChargeRequest &request) = 0;
  [[nodiscard]] virtual ChargeAnswer inquire(const QString &idempotencyKey) = 0;
  /// Gives back once under one key; never `NeedsAction` or `NotFound`.
  [[nodiscard]] virtual ChargeAnswer refund(const RefundRequest &request) = 0;
  [[nodiscard]] virtual ChargeAnswer inquireRefund(const QString &idempotencyKey) = 0;
};

} // namespace tenantry::gateways
