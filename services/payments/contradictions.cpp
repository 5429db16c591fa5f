// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/contradictions.h"

#include "services/core/log.h"
#include "services/gateways/providers.h"
#include "services/payments/payment_jobs.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeOutcome;

namespace {

/// What the two tables call it: statements, their parameter, and the key in events.
struct Words {
  const char *mark;
  const char *unmark;
  const char *id;
};
constexpr Words attemptWords{"payment_attempt_contradicted", "payment_attempt_reconsidered",
                             "attempt"};
constexpr Words refundWords{"refund_contradicted", "refund_reconsidered", "refund"};

const Words &wordsOf(bool isRefund) { return isRefund ? refundWords : attemptWords; }

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

Result<> notContradicted(const QUuid &id) {
  return fail(u"payment.not_contradicted"_s,
              u"%1 waits for no person: it has ended, or its provider is being asked."_s.arg(
                  id.toString(QUuid::WithoutBraces)));
}

Result<> unmark(store::Session &session, const Contradiction &of) {
  const auto &words = wordsOf(of.isRefund);
  TENANTRY_CHECK(store::lockOrganization(session, of.organization));
  TENANTRY_TRY(unmarked, session.database.execute(
                             words.unmark, {{"organization", of.organization}, {words.id, of.id}}));
  return unmarked == 1 ? Result<>() : notContradicted(of.id);
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

Result<std::vector<Contradiction>> contradictions(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("payments_contradicted", {}));
  std::vector<Contradiction> all;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
    all.push_back({row.get<OrganizationId>(0), row.get<QString>(1) == "refund"_L1,
                   row.get<QUuid>(2), row.get<QString>(3), row.get<QString>(4),
                   Money(row.get<std::int64_t>(5), currency), row.get<QString>(7),
                   row.get<QString>(8), row.get<Instant>(9)});
  }
  return all;
}

Result<Contradiction> findContradiction(store::Session &session, const QUuid &id) {
  TENANTRY_TRY(all, contradictions(session));
  for (auto &each : all)
    if (each.id == id)
      return std::move(each);
  return tl::unexpected(notContradicted(id).error());
}

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

Result<> askAgain(store::Session &session, const Contradiction &of) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(unmark(session, of));
    const Instant now = session.clock.now();
    return of.isRefund ? enqueueRefund(session, of.organization, RefundId(of.id), now)
                       : enqueueInquiry(session, of.organization, PaymentAttemptId(of.id), now);
  });
}

Result<> settleByHand(store::Session &session, business::AppliedBusiness &business,
                      const Contradiction &of, bool moved, const QString &reason) {
  if (reason.trimmed().isEmpty())
    return fail(u"payment.reason_missing"_s, u"Say what you saw at the provider."_s);
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(unmark(session, of));
    const Json payload{{wordsOf(of.isRefund).id, of.id.toString(QUuid::WithoutBraces)},
                       {"amount", of.amount.minor()},
                       {"currency", of.amount.currency().code()},
                       {"moved", moved},
                       {"reason", reason.trimmed()}};
    TENANTRY_CHECK(
        store::appendEvents(session, of.organization, {{u"payment.settled_by_hand"_s, payload}}));
    return of.isRefund ? settleRefund(session, business, of, moved)
                       : settleAttempt(session, business, of, moved);
  });
}

} // namespace tenantry::payments
