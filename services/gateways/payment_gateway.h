// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/money.h"
#include "services/core/result.h"

namespace tenantry::gateways {

/// What is asked of a provider. The key makes it safe to ask again: under one key everything here
/// stays as it was, but for `reference`, which the provider tells.
struct ChargeRequest {
  QString idempotencyKey;
  QString methodReference; ///< what the provider knows the payment method by
  Money amount;
  QString description;         ///< the invoice's number
  QString provider{};          ///< who has the method: "simulator", "stripe"
  QString customerReference{}; ///< what the provider knows the payer by; empty: it needs none
  QString reference{};         ///< the provider's own id of the charge; empty: it never told
  QString organization{};      ///< ids that the provider keeps with the charge, to find it by …
  QString attempt{};           ///< … and to tell it apart from charges of others
  Instant beganAt{};           ///< it was not asked for before this
};

enum class ChargeOutcome {
  Succeeded,
  Failed,      ///< definite: `declineCode` says why
  NeedsAction, ///< definite for us: the customer has to act
  Unknown,     ///< no answer, or none yet: it may have been charged
  NotFound,    ///< inquiry only: the provider never saw it
  /// What the provider says cannot be: another amount, another request under the key. It may have
  /// been charged; nobody asks again before a person has looked at it.
  Contradicted
};

struct ChargeAnswer {
  ChargeOutcome outcome = ChargeOutcome::Unknown;
  QString declineCode;
  QString reference; ///< the provider's own id
};

/// Money back of a charge that succeeded. Under one key it stays the same, but for `reference`.
struct RefundRequest {
  QString idempotencyKey;
  QString chargeKey;       ///< the idempotency key of the charge
  QString chargeReference; ///< the provider's own id of it
  Money amount;
  QString provider{};     ///< who charged
  QString reference{};    ///< the provider's own id of the refund; empty: it never told
  QString organization{}; ///< ids that the provider keeps with it
  QString refund{};
};

/// A payment provider. Never called inside a transaction.
class PaymentGateway {
public:
  virtual ~PaymentGateway() = default;
  /// Whether charges and refunds of that provider can be asked for here.
  [[nodiscard]] virtual bool serves(const QString &provider) const = 0;
  /// Never `NotFound`.
  [[nodiscard]] virtual ChargeAnswer charge(const ChargeRequest &request) = 0;
  /// What became of a charge that may have been asked for.
  [[nodiscard]] virtual ChargeAnswer inquire(const ChargeRequest &request) = 0;
  /// Gives back once under one key; never `NeedsAction` or `NotFound`.
  [[nodiscard]] virtual ChargeAnswer refund(const RefundRequest &request) = 0;
  [[nodiscard]] virtual ChargeAnswer inquireRefund(const RefundRequest &request) = 0;
};

/// Error `payment.provider_absent`: it is for another process to ask.
[[nodiscard]] Result<> checkServes(const PaymentGateway &gateway, const QString &provider);

} // namespace tenantry::gateways
