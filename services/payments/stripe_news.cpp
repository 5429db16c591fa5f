// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/stripe_news.h"

#include "services/gateways/stripe_answers.h"
#include "services/payments/method_setups.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/refunds.h"
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeOutcome;
using gateways::textAt;

namespace {

const QString stripe = u"stripe"_s;

QString metadataOf(const Json &object, const char *key) {
  const auto found = object.find("metadata");
  return found != object.end() ? textAt(*found, key) : QString();
}

} // namespace

Result<bool> keepProviderEvent(store::Session &session, const QString &provider,
                               const gateways::ProviderEvent &event) {
  return session.database.transaction([&]() -> Result<bool> {
    TENANTRY_TRY(kept,
                 session.database.execute("provider_event_add", {{"provider", provider},
                                                                 {"event", event.id},
                                                                 {"type", event.type},
                                                                 {"object", event.object},
                                                                 {"facts", event.facts},
                                                                 {"happened_at", event.happenedAt},
                                                                 {"now", session.clock.now()}}));
    // One that nobody has acted on yet is told again because its provider is worried: now, then.
    TENANTRY_TRY(waits, session.database.query("provider_event_waiting",
                                               {{"provider", provider}, {"event", event.id}}));
    if (!waits.isEmpty())
      TENANTRY_CHECK(enqueueProviderEvent(session, event.id));
    return kept == 1;
  });
}

Result<> StripeNews::handle(const QString &eventId) {
  TENANTRY_TRY(rows, m_session.database.query("provider_event_waiting",
                                              {{"provider", stripe}, {"event", eventId}}));
  if (rows.isEmpty())
    return {};
  const gateways::ProviderEvent event{eventId, rows[0].get<QString>(0), rows[0].get<QString>(1),
                                      rows[0].get<Instant>(2), rows[0].get<Json>(3)};
  m_readAt = m_session.clock.now();
  TENANTRY_TRY(verdict, act(event));
  TENANTRY_CHECK(m_session.database.execute(
      "provider_event_handled", {{"provider", stripe},
                                 {"event", eventId},
                                 {"state", verdict == Verdict::Done ? u"done"_s : u"ignored"_s},
                                 {"now", m_session.clock.now()}}));
  return {};
}

Result<StripeNews::Verdict> StripeNews::act(const gateways::ProviderEvent &event) {
  const auto &type = event.type;
  const QString intentId = textAt(event.facts, "payment_intent");
  if (type.startsWith("payment_intent."_L1))
    return intent(event.object);
  if (type == "setup_intent.succeeded"_L1)
    return setup(event);
  if (type.startsWith("checkout.session."_L1))
    return page(event.object);
  if (type.startsWith("charge.dispute."_L1))
    return dispute(event);
  if (type == "charge.refunded"_L1)
    return refundsOf(intentId);
  if (type.startsWith("refund."_L1) || type.startsWith("charge.refund."_L1))
    return refund(event.object);
  if (type.startsWith("charge."_L1))
    return intent(intentId);
  return Verdict::NotOurs;
}

// Nothing: this account does not have it (any more).
Result<std::optional<Json>> StripeNews::read(const QString &path,
                                             const gateways::StripeFields &query) {
  auto answer = m_client.get(path, query);
  if (answer.isGood())
    return std::optional(std::move(answer.body));
  if (answer.status == 404)
    return std::optional<Json>();
  return fail(u"stripe.no_answer"_s,
              u"Stripe did not say what its message was about; it will be asked "
              u"again (%1)."_s.arg(answer.status));
}

// What names our attempt and is not its payer's was written by somebody else.
Result<std::optional<StripeNews::Known>> StripeNews::knownIntent(const QString &id) {
  if (id.isEmpty())
    return std::optional<Known>();
  TENANTRY_TRY(found, read(u"/v1/payment_intents/"_s + id));
  if (!found)
    return std::optional<Known>();
  const auto organization = OrganizationId::fromString(metadataOf(*found, "organization"));
  const auto attemptId = PaymentAttemptId::fromString(metadataOf(*found, "attempt"));
  if (organization.isNull() || attemptId.isNull())
    return std::optional<Known>();
  Repository repository(m_session);
  TENANTRY_TRY(attempt, repository.find(organization, attemptId));
  if (!attempt)
    return std::optional<Known>();
  TENANTRY_TRY(method, repository.methodOf(*attempt));
  if (method.provider != stripe || method.customer != textAt(*found, "customer"))
    return std::optional<Known>();
  const bool isSecond = !attempt->reference.isEmpty() && attempt->reference != id;
  return std::optional(Known{std::move(*attempt), std::move(*found), isSecond});
}

Result<StripeNews::Verdict> StripeNews::intent(const QString &id) {
  TENANTRY_TRY(known, knownIntent(id));
  if (!known)
    return Verdict::NotOurs;
  if (known->isSecond)
    return secondCharge(*known);
  const auto &attempt = known->attempt;
  const auto word = gateways::readIntent(known->intent, Money(attempt.amount, attempt.currency));
  if (!word.isUnfinished)
    TENANTRY_CHECK(PaymentService(m_session, m_business, m_gateway).learn(attempt, word.answer));
  return Verdict::Done;
}

Result<StripeNews::Verdict> StripeNews::refund(const QString &id) {
  TENANTRY_TRY(found, read(u"/v1/refunds/"_s + id));
  if (!found)
    return Verdict::NotOurs;
  TENANTRY_TRY(verdict, applyRefund(*found));
  if (verdict == Verdict::Done)
    return verdict;
  TENANTRY_TRY(known, knownIntent(textAt(*found, "payment_intent")));
  return known ? refundElsewhere(*known, *found) : Result<Verdict>(Verdict::NotOurs);
}

Result<StripeNews::Verdict> StripeNews::applyRefund(const Json &refund) {
  const auto organization = OrganizationId::fromString(metadataOf(refund, "organization"));
  const auto id = RefundId::fromString(metadataOf(refund, "refund"));
  Refunds refunds(m_session, m_business);
  if (organization.isNull() || id.isNull())
    return Verdict::NotOurs;
  TENANTRY_TRY(isKnown, refunds.knows(organization, id));
  if (!isKnown)
    return Verdict::NotOurs;
  TENANTRY_TRY(ours, findRefund(m_session, organization, id));
  TENANTRY_TRY(money, moneyOf(m_session, organization, ours.invoice));
  for (const auto &payment : money.payments)
    if (payment.id == ours.payment && payment.provider == stripe &&
        payment.chargeReference == textAt(refund, "payment_intent")) {
      TENANTRY_CHECK(refunds.learn(ours, gateways::readRefund(refund, ours.amount)));
      return Verdict::Done;
    }
  return Verdict::NotOurs;
}

Result<StripeNews::Verdict> StripeNews::setup(const gateways::ProviderEvent &event) {
  TENANTRY_TRY(
      found, read(u"/v1/setup_intents/"_s + event.object, {{u"expand[]"_s, u"payment_method"_s}}));
  const auto method = found ? gateways::readEnteredMethod(*found) : std::nullopt;
  if (!method)
    return Verdict::NotOurs;
  const auto organization = OrganizationId::fromString(metadataOf(*found, "organization"));
  const QString customer = textAt(*found, "customer");
  if (organization.isNull() || customer.isEmpty())
    return Verdict::NotOurs;
  TENANTRY_TRY(payer,
               m_session.database.one<QString>(
                   "provider_customer", {{"organization", organization}, {"provider", stripe}}));
  if (!payer || std::get<0>(*payer) != customer)
    return Verdict::NotOurs;
  TENANTRY_CHECK(PaymentService(m_session, m_business, m_gateway)
                     .setMethod(organization,
                                {method->label, method->reference, stripe, customer,
                                 method->enteredAt.value_or(event.happenedAt), method->expiresOn}));
  const auto ours = MethodSetupId::fromString(metadataOf(*found, "setup"));
  if (!ours.isNull())
    TENANTRY_CHECK(
        MethodSetups(m_session, m_business, m_gateway, m_client).finish(organization, ours));
  return Verdict::Done;
}

Result<StripeNews::Verdict> StripeNews::page(const QString &sessionId) {
  TENANTRY_TRY(isOurs, MethodSetups(m_session, m_business, m_gateway, m_client).hear(sessionId));
  return isOurs ? Verdict::Done : Verdict::NotOurs;
}

} // namespace tenantry::payments
