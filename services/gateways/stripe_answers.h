// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/gateways/payment_gateway.h"
#include "services/gateways/stripe_client.h"
#include <optional>

/// How Stripe's words become ours: pure rules (ADR 12).
namespace tenantry::gateways {

/// The amount in the unit that Stripe counts the currency in, which is not ISO 4217's for all of
/// them (docs.stripe.com/currencies); none where it cannot be said.
[[nodiscard]] std::optional<std::int64_t> stripeAmount(const Money &amount);

/// … and back: of an object's `amount` and `currency`; none where they are none of ours.
[[nodiscard]] std::optional<Money> stripeMoney(const Json &object);

/// What a PaymentIntent says by itself; `unfinished`: neither paid nor refused, and only a customer
/// or nobody would bring it further. It has to be cancelled before another is made.
struct IntentWord {
  ChargeAnswer answer;
  bool isUnfinished = false;
  bool waitsForCustomer = false;
};
/// Why we cancel an intent that waits for the customer: one with this reason is known again.
inline constexpr auto waitsForCustomerReason = "abandoned";
[[nodiscard]] IntentWord readIntent(const Json &intent, const Money &expected);

/// The answer to a charge that Stripe did not carry out. What is no clear refusal is `Unknown`.
[[nodiscard]] ChargeAnswer readChargeError(const StripeAnswer &answer);
/// The answer to a question about a charge or refund that may exist. A refusal to answer
/// contradicts: it is known, or was asked for, and this account has never heard of its payer.
[[nodiscard]] ChargeAnswer readInquiryError(const StripeAnswer &answer);

[[nodiscard]] ChargeAnswer readRefund(const Json &refund, const Money &expected);
[[nodiscard]] ChargeAnswer readRefundError(const StripeAnswer &answer);

} // namespace tenantry::gateways
