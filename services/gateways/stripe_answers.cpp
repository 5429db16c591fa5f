// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/gateways/stripe_answers.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::gateways {

namespace {

constexpr auto needsCustomer = "authentication_required"_L1;

int stripeDigits(Currency currency) {
  static const QStringList none{u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"JPY"_s,
                                u"KMF"_s, u"KRW"_s, u"MGA"_s, u"PYG"_s, u"RWF"_s,
                                u"VND"_s, u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
  static const QStringList three{u"BHD"_s, u"JOD"_s, u"KWD"_s, u"OMR"_s, u"TND"_s};
  if (none.contains(currency.code()))
    return 0;
  return three.contains(currency.code()) ? 3 : 2;
}

/// Null where it is not exact in so many decimals, or does not fit.
std::optional<std::int64_t> rescaled(std::int64_t value, int from, int to) {
  for (; from < to; ++from)
    if (__builtin_mul_overflow(value, std::int64_t{10}, &value))
      return std::nullopt;
  for (; from > to; --from) {
    if (value % 10 != 0)
      return std::nullopt;
    value /= 10;
  }
  return value;
}

std::int64_t numberAt(const Json &object, const char *key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
}

bool isOf(const Json &object, const char *amountKey, const Money &expected) {
  const auto amount = stripeAmount(expected);
  return amount && numberAt(object, amountKey) == *amount &&
         textAt(object, "currency") == expected.currency().code().toLower();
}

const Json &errorIn(const Json &body) {
  static const Json nothing = Json::object();
  const auto found = body.find("error");
  return found != body.end() && found->is_object() ? *found : nothing;
}

/// On the code that says most, never on the sentence beside it.
ChargeAnswer declined(const Json &error, const QString &reference) {
  QString code = textAt(error, "decline_code");
  if (code.isEmpty() || textAt(error, "code") == needsCustomer)
    code = textAt(error, "code");
  if (code.isEmpty())
    code = u"generic_decline"_s;
  return {code == needsCustomer ? ChargeOutcome::NeedsAction : ChargeOutcome::Failed, code,
          reference};
}

/// Cancelled by us, for it waited for the customer: the reason that only those are given.
bool isGivenUp(const Json &intent) {
  return textAt(intent, "cancellation_reason") == QLatin1StringView(waitsForCustomerReason);
}

} // namespace

std::optional<std::int64_t> stripeAmount(const Money &amount) {
  const int wanted = stripeDigits(amount.currency());
  const auto value = rescaled(amount.minor(), amount.currency().minorDigits(), wanted);
  if (value && wanted == 3 && *value % 10 != 0) // Stripe rounds the third decimal away
    return std::nullopt;
  return value;
}

std::optional<Money> stripeMoney(const Json &object) {
  const auto currency = Currency::parse(textAt(object, "currency"));
  const auto stripes = numberAt(object, "amount");
  if (!currency || stripes <= 0)
    return std::nullopt;
  const auto value = rescaled(stripes, stripeDigits(*currency), currency->minorDigits());
  return value ? std::optional(Money(*value, *currency)) : std::nullopt;
}

IntentWord readIntent(const Json &intent, const Money &expected) {
  const QString reference = textAt(intent, "id");
  const QString status = textAt(intent, "status");
  if (reference.isEmpty())
    return {};
  if (!isOf(intent, "amount", expected))
    return {{ChargeOutcome::Contradicted, u"amount_mismatch"_s, reference}};
  if (status == "succeeded"_L1) {
    if (!isOf(intent, "amount_received", expected))
      return {{ChargeOutcome::Contradicted, u"amount_mismatch"_s, reference}};
    return {{ChargeOutcome::Succeeded, {}, reference}};
  }
  if (status == "canceled"_L1)
    return {isGivenUp(intent)
                ? ChargeAnswer{ChargeOutcome::NeedsAction, QString(needsCustomer), reference}
                : ChargeAnswer{ChargeOutcome::Failed, u"canceled"_s, reference}};
  if (status == "requires_payment_method"_L1) {
    const auto error = intent.find("last_payment_error");
    if (error != intent.end() && error->is_object())
      return {declined(*error, reference)};
    return {{ChargeOutcome::Unknown, {}, reference}, true};
  }
  const bool waitsForCustomer = status == "requires_action"_L1;
  return {
      {ChargeOutcome::Unknown, waitsForCustomer ? QString(needsCustomer) : QString(), reference},
      waitsForCustomer || status == "requires_confirmation"_L1 || status == "requires_capture"_L1,
      waitsForCustomer};
}

ChargeAnswer readChargeError(const StripeAnswer &answer) {
  const Json &error = errorIn(answer.body);
  if (answer.errorType() == "idempotency_error"_L1)
    return {ChargeOutcome::Contradicted, u"idempotency_error"_s, {}};
  if (answer.isSilent() || answer.isPutOff() || answer.isGood() || error.empty())
    return {};
  const auto intent = error.find("payment_intent");
  const QString reference = intent != error.end() ? textAt(*intent, "id") : QString();
  if (answer.errorType() == "card_error"_L1)
    return declined(error, reference);
  if (answer.errorType() != "invalid_request_error"_L1)
    return {};
  const QString code = answer.errorCode();
  // A payer whom this account does not have: it is another account's key, or somebody deleted it.
  if (code == "resource_missing"_L1 && textAt(error, "param") == "customer"_L1)
    return {ChargeOutcome::Contradicted, u"customer_missing"_s, reference};
  return {ChargeOutcome::Failed, code.isEmpty() ? u"invalid_request"_s : code, reference};
}

ChargeAnswer readInquiryError(const StripeAnswer &answer) {
  if (answer.isSilent() || answer.isPutOff() || answer.isGood())
    return {};
  const QString code = answer.errorCode();
  return {ChargeOutcome::Contradicted, code.isEmpty() ? u"invalid_request"_s : code, {}};
}

ChargeAnswer readRefund(const Json &refund, const Money &expected) {
  const QString reference = textAt(refund, "id");
  const QString status = textAt(refund, "status");
  if (reference.isEmpty())
    return {};
  if (!isOf(refund, "amount", expected))
    return {ChargeOutcome::Contradicted, u"amount_mismatch"_s, reference};
  if (status == "succeeded"_L1)
    return {ChargeOutcome::Succeeded, {}, reference};
  if (status == "failed"_L1) {
    const QString reason = textAt(refund, "failure_reason");
    return {ChargeOutcome::Failed, reason.isEmpty() ? u"unknown"_s : reason, reference};
  }
  if (status == "canceled"_L1)
    return {ChargeOutcome::Failed, u"canceled"_s, reference};
  return {ChargeOutcome::Unknown, {}, reference}; // pending, or the customer has to help
}

ChargeAnswer readRefundError(const StripeAnswer &answer) {
  if (answer.errorType() == "card_error"_L1) {
    const QString code = answer.errorCode();
    return {ChargeOutcome::Failed, code.isEmpty() ? u"unknown"_s : code, {}};
  }
  return readChargeError(answer);
}

} // namespace tenantry::gateways
