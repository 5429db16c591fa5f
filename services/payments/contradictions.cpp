// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradictions.h"

#include "services/core/log.h"
#include "services/gateways/providers.h"
#include "services/payments/payment_jobs.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeOutcome;

namespace {

using Kind = ContradictionKind;

/// What the tables call it: statements, their parameter, and the key in events.
struct Words {
  const char *mark;   ///< of a setup: its own
  const char *unmark; ///< so that it is asked about again
  const char *end;    ///< before it is settled
  const char *id;
};
constexpr Words attemptWords{"payment_attempt_contradicted", "payment_attempt_reconsidered",
                             "payment_attempt_reconsidered", "attempt"};
constexpr Words refundWords{"refund_contradicted", "refund_reconsidered", "refund_reconsidered",
                            "refund"};
constexpr Words setupWords{nullptr, "method_setup_reopened", "method_setup_settled", "setup"};
constexpr Words findingWords{nullptr, nullptr, "provider_finding_closed", "finding"};

const Words &wordsOf(Kind kind) {
  if (isFinding(kind))
    return findingWords;
  switch (kind) {
  case Kind::Refund:
    return refundWords;
  case Kind::Setup:
    return setupWords;
  default:
    break;
  }
  return attemptWords;
}

Json describe(const Words &words, const QUuid &id, const InvoiceId &invoice, const Money &amount,
              const QString &code) {
  return {{words.id, id.toString(QUuid::WithoutBraces)},
          {"invoice", invoice},
          {"amount", amount.minor()},
          {"currency", amount.currency().code()},
          {"decline_code", code}};
}

Result<> mark(store::Session &session, const OrganizationId &organization, const Words &words,
              const QUuid &id, const Json &payload) {
  TENANTRY_TRY(marked, session.database.execute(words.mark, {{"organization", organization},
                                                             {words.id, id},
                                                             {"now", session.clock.now()}}));
  if (marked == 0)
    return {};
  spdlog::critical("payments: {} {} waits for a person: {} [payment.contradicted]", words.id,
                   id.toString(QUuid::WithoutBraces), payload.at("decline_code").get<QString>());
  return store::appendEvents(session, organization, {{u"payment.contradicted"_s, payload}});
}

/// The record, as events name it.
Json describe(const Contradiction &of) {
  Json payload{{wordsOf(of.kind).id, of.idText()}};
  if (of.amount) {
    payload["amount"] = of.amount->minor();
    payload["currency"] = of.amount->currency().code();
  }
  return payload;
}

/// It waits no more; whoever comes second learns that.
Result<> take(store::Session &session, const Contradiction &of, const char *statement) {
  const auto *id = wordsOf(of.kind).id;
  TENANTRY_CHECK(store::lockOrganization(session, of.organization));
  auto &database = session.database;
  TENANTRY_TRY(taken,
               isFinding(of.kind)
                   ? database.execute(statement, {{"organization", of.organization},
                                                  {id, of.id},
                                                  {"amount", of.amount->minor()},
                                                  {"withdrawn", of.isWithdrawn},
                                                  {"said", of.code},
                                                  {"now", session.clock.now()}})
                   : database.execute(statement, {{"organization", of.organization}, {id, of.id}}));
  return taken == 1 ? Result<>() : tl::unexpected(notContradicted(of.id));
}

Result<> enqueueAsking(store::Session &session, const Contradiction &of) {
  const Instant now = session.clock.now();
  switch (of.kind) {
  case Kind::Refund:
    return enqueueRefund(session, of.organization, RefundId(of.id), now);
  case Kind::Setup:
    return enqueueSetupInquiry(session, of.organization, MethodSetupId(of.id), now);
  default:
    break;
  }
  return enqueueInquiry(session, of.organization, PaymentAttemptId(of.id), now);
}

Result<> settleAttempt(store::Session &session, business::AppliedBusiness &business,
                       const Contradiction &of, bool moved) {
  gateways::Providers nobody; // what a person saw is not asked of a provider
  PaymentService service(session, business, nobody);
  TENANTRY_TRY(attempt, service.find(of.organization, PaymentAttemptId(of.id)));
  TENANTRY_CHECK(
      service.learn(attempt, {moved ? ChargeOutcome::Succeeded : ChargeOutcome::NotFound, {}, {}}));
  return {};
}

Result<> settleRefund(store::Session &session, business::AppliedBusiness &business,
                      const Contradiction &of, bool moved) {
  TENANTRY_TRY(refund, findRefund(session, of.organization, RefundId(of.id)));
  return Refunds(session, business)
      .learn(refund, moved ? gateways::ChargeAnswer{ChargeOutcome::Succeeded, {}, {}}
                           : gateways::ChargeAnswer{ChargeOutcome::Failed, u"by_hand"_s, {}});
}

} // namespace

Result<> contradict(store::Session &session, const Attempt &attempt) {
  return mark(session, attempt.organization, attemptWords, attempt.id.uuid(),
              describe(attemptWords, attempt.id.uuid(), attempt.invoice,
                       Money(attempt.amount, attempt.currency), attempt.declineCode));
}

Result<> contradict(store::Session &session, const Refund &refund) {
  auto payload =
      describe(refundWords, refund.id.uuid(), refund.invoice, refund.amount, refund.declineCode);
  payload["payment"] = refund.payment;
  return mark(session, refund.organization, refundWords, refund.id.uuid(), payload);
}

Result<> mayAskAgain(const Contradiction &of) {
  if (isFinding(of.kind))
    return fail(u"payment.finding_not_asked"_s,
                u"It moved at the provider without us, which tells of it by itself: there is "
                u"nothing to ask again."_s);
  if (!of.isSuperseded)
    return {};
  return fail(u"payment.setup_superseded"_s,
              u"The customer has since gone to another page; what comes of that "
              u"one counts."_s);
}

Result<> maySettle(const Contradiction &of, bool moved) {
  if (isFinding(of.kind) && moved)
    return fail(u"payment.finding_not_moved"_s,
                u"We asked for nothing that could have been carried out: it can only be ended as "
                u"of no concern to the books."_s);
  if (of.kind != Kind::Setup || !moved)
    return {};
  return fail(u"payment.setup_moves_nothing"_s,
              u"Setting up a payment method moves no money: it can only be "
              u"settled as not carried out."_s);
}

Result<> askAgain(store::Session &session, const Contradiction &of) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, of.organization));
    TENANTRY_TRY(now, findContradiction(session, of.id)); // the customer may have begun anew
    TENANTRY_CHECK(mayAskAgain(now));
    TENANTRY_CHECK(take(session, of, wordsOf(of.kind).unmark));
    auto payload = describe(of);
    payload["decline_code"] = of.code;
    TENANTRY_CHECK(store::appendEvents(session, of.organization,
                                       {{u"payment.asked_again"_s, std::move(payload)}}));
    return enqueueAsking(session, of);
  });
}

Result<> settleByHand(store::Session &session, business::AppliedBusiness &business,
                      const Contradiction &of, bool moved, const QString &reason,
                      const QString &seen) {
  if (!seen.isEmpty() && seen != of.digest())
    return fail(u"payment.picture_changed"_s,
                u"The provider says something else of it by now; look at it again."_s);
  if (reason.trimmed().isEmpty())
    return fail(u"payment.reason_missing"_s, u"Say what you saw at the provider."_s);
  TENANTRY_CHECK(maySettle(of, moved));
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(take(session, of, wordsOf(of.kind).end));
    auto payload = describe(of);
    payload["moved"] = moved;
    payload["reason"] = reason.trimmed();
    TENANTRY_CHECK(store::appendEvents(session, of.organization,
                                       {{u"payment.settled_by_hand"_s, std::move(payload)}}));
    if (of.kind == Kind::Setup || isFinding(of.kind))
      return {};
    return of.kind == Kind::Refund ? settleRefund(session, business, of, moved)
                                   : settleAttempt(session, business, of, moved);
  });
}

} // namespace tenantry::payments
