// SPDX-License-Identifier: GPL-3.0-or-later
// What of Stripe's news is a finding: money that moved there, or is contested, without us.
#include "services/gateways/stripe_answers.h"
#include "services/payments/findings.h"
#include "services/payments/stripe_news.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::textAt;

namespace {

Instant createdAt(const Json &object, Instant otherwise) {
  const auto found = object.find("created");
  return found != object.end() && found->is_number_integer()
             ? Instant(std::chrono::seconds(found->get<std::int64_t>()))
             : otherwise;
}

Finding findingAbout(const Attempt &attempt, ContradictionKind kind, const Json &object,
                     Instant now) {
  Finding finding;
  finding.organization = attempt.organization;
  finding.kind = kind;
  finding.provider = u"stripe"_s;
  finding.reference = textAt(object, "id");
  finding.charge = finding.reference;
  finding.attempt = attempt.id;
  finding.invoice = attempt.invoice;
  finding.amount = gateways::stripeMoney(object).value_or(Money(attempt.amount, attempt.currency));
  finding.said = textAt(object, "status");
  finding.openedAt = createdAt(object, now);
  finding.readAt = now;
  return finding;
}

/// Whether Stripe took more from us than it gave back; in whatever currency it settles.
bool isWithdrawn(const Json &dispute) {
  const auto moves = dispute.find("balance_transactions");
  if (moves == dispute.end() || !moves->is_array())
    return false;
  std::int64_t sum = 0;
  for (const auto &move : *moves)
    if (const auto amount = move.is_object() ? move.find("amount") : move.end();
        move.is_object() && amount != move.end() && amount->is_number_integer())
      sum += amount->get<std::int64_t>();
  return sum < 0;
}

} // namespace

/// Where our key may not read disputes, what was told of a new one is better than nothing.
Result<std::optional<Json>> StripeNews::readDispute(const gateways::ProviderEvent &event) {
  constexpr int forbidden = 403;
  const QString path = u"/v1/disputes/"_s + event.object;
  if (event.type != "charge.dispute.created"_L1 || m_client.get(path, {}).status != forbidden)
    return read(path);
  Json told = event.facts;
  told["id"] = event.object;
  told["status"] = "needs_response";
  return std::optional(std::move(told));
}

Result<StripeNews::Verdict> StripeNews::dispute(const gateways::ProviderEvent &event) {
  TENANTRY_TRY(found, readDispute(event));
  if (!found)
    return Verdict::NotOurs;
  TENANTRY_TRY(known, knownIntent(textAt(*found, "payment_intent")));
  if (!known)
    return Verdict::NotOurs;
  auto finding = findingAbout(known->attempt, ContradictionKind::Dispute, *found, m_readAt);
  finding.charge = textAt(known->intent, "id");
  finding.reason = textAt(*found, "reason");
  finding.isWithdrawn = isWithdrawn(*found);
  TENANTRY_CHECK(Findings(m_session, m_business).hear(finding));
  return Verdict::Done;
}

/// What of it somebody gave back there is none of it any more.
Result<StripeNews::Verdict> StripeNews::secondCharge(const Known &known) {
  const auto &attempt = known.attempt;
  const auto word = gateways::readIntent(known.intent, Money(attempt.amount, attempt.currency));
  if (word.answer.outcome != gateways::ChargeOutcome::Succeeded)
    return Verdict::Done;
  TENANTRY_TRY(refunds, refundsAt(textAt(known.intent, "id")));
  auto rest = known.intent;
  auto left = rest.at("amount").get<std::int64_t>();
  for (const auto &refund : refunds)
    if (const auto amount = refund.find("amount"); textAt(refund, "status") == "succeeded"_L1 &&
                                                   amount != refund.end() &&
                                                   amount->is_number_integer())
      left -= amount->get<std::int64_t>();
  if (left > 0)
    rest["amount"] = left;
  else
    rest["status"] = "refunded";
  TENANTRY_CHECK(Findings(m_session, m_business)
                     .hear(findingAbout(attempt, ContradictionKind::SecondCharge, rest, m_readAt)));
  return Verdict::Done;
}

Result<StripeNews::Verdict> StripeNews::refundsOf(const QString &intentId) {
  TENANTRY_TRY(known, knownIntent(intentId));
  if (!known)
    return Verdict::NotOurs;
  TENANTRY_TRY(refunds, refundsAt(intentId));
  for (const auto &refund : refunds) {
    TENANTRY_TRY(verdict, applyRefund(refund));
    if (verdict == Verdict::NotOurs)
      TENANTRY_CHECK(refundElsewhere(*known, refund));
  }
  return Verdict::Done;
}

Result<StripeNews::Verdict> StripeNews::refundElsewhere(const Known &known, const Json &refund) {
  if (known.isSecond) {
    TENANTRY_CHECK(secondCharge(known));
    TENANTRY_TRY(charge,
                 Findings(m_session, m_business)
                     .find(known.attempt.organization, u"stripe"_s, textAt(known.intent, "id")));
    if (!charge || charge->state != FindingState::Booked)
      return Verdict::Done;
    TENANTRY_TRY(isKnown, isTakenOff(known, refund, charge->amount));
    if (isKnown)
      return Verdict::Done;
  }
  auto finding =
      findingAbout(known.attempt, ContradictionKind::RefundedElsewhere, refund, m_readAt);
  finding.charge = textAt(known.intent, "id");
  finding.reason = textAt(refund, "reason");
  TENANTRY_CHECK(Findings(m_session, m_business).hear(finding));
  return Verdict::Done;
}

/// Whether what was booked of a second charge is less by that refund already: the first ones are.
Result<bool> StripeNews::isTakenOff(const Known &charge, const Json &refund, const Money &booked) {
  TENANTRY_TRY(refunds, refundsAt(textAt(charge.intent, "id")));
  std::reverse(refunds.begin(), refunds.end()); // Stripe lists the latest first
  std::stable_sort(refunds.begin(), refunds.end(), [](const Json &a, const Json &b) {
    return createdAt(a, {}) < createdAt(b, {});
  });
  auto left =
      charge.intent.value("amount", std::int64_t{0}) - gateways::stripeAmount(booked).value_or(0);
  for (const auto &each : refunds) {
    if (textAt(each, "status") != "succeeded"_L1)
      continue;
    left -= each.value("amount", std::int64_t{0});
    if (left < 0)
      break;
    if (textAt(each, "id") == textAt(refund, "id"))
      return true;
  }
  return false;
}

Result<std::vector<Json>> StripeNews::refundsAt(const QString &intentId) {
  TENANTRY_TRY(found,
               read(u"/v1/refunds"_s, {{u"payment_intent"_s, intentId}, {u"limit"_s, u"100"_s}}));
  if (!found || !found->contains("data") || !(*found)["data"].is_array())
    return std::vector<Json>();
  return (*found)["data"].get<std::vector<Json>>();
}

} // namespace tenantry::payments
