// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/balance_adjustments.h"
#include "services/payments/contradictions.h"
#include "services/payments/finding_acts.h"
#include "tests/services/scenarios/history.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

using payments::BookAs;
using payments::ContradictionKind;

// The provider moved money without us, or its payer contests it: a person books that, or ends it.
Result<> History::contest() {
  if (!m_findings.empty() && oneIn(2))
    return endContest();
  TENANTRY_TRY(charges,
               m_session.database.adHoc(
                   "select a.payment_attempt_id from payment_attempt as a "
                   "join payment_method as m using (organization_id, payment_method_id) "
                   "join payment as p using (organization_id, payment_attempt_id) "
                   "where a.organization_id = :organization and m.provider = 'stripe' and "
                   "a.status = 'succeeded' and not exists (select from payment_reversal as r "
                   "where r.organization_id = p.organization_id and r.payment_id = p.payment_id) "
                   "order by 1",
                   {{"organization", m_id}}));
  if (charges.isEmpty()) { // one that can be contested next time
    TENANTRY_CHECK(putMethod(u"succeeds"_s, u"stripe"_s));
    mayFollow(&History::contest);
    return sellOnce();
  }
  payments::PaymentService service(m_session, m_business, m_world.gateway());
  TENANTRY_TRY(
      paid, service.find(
                m_id, charges[below(static_cast<int>(charges.size()))].get<PaymentAttemptId>(0)));
  using Kind = ContradictionKind;
  const auto [kind, as] =
      oneOf<std::pair<Kind, BookAs>>({{Kind::SecondCharge, BookAs::Balance},
                                      {Kind::Dispute, BookAs::Refund},
                                      {Kind::Dispute, BookAs::Reopen},
                                      {Kind::Dispute, BookAs::Reopen},
                                      {Kind::Dispute, BookAs::WriteOff},
                                      {Kind::Dispute, BookAs::WriteOff},
                                      {Kind::Dispute, BookAs::Reopen},
                                      {Kind::Dispute, BookAs::WriteOff},
                                      {Kind::Dispute, BookAs::Loss},
                                      {Kind::Dispute, BookAs::Payout},
                                      {Kind::Dispute, BookAs::Payout},
                                      {Kind::RefundedElsewhere, BookAs::Refund},
                                      {Kind::RefundedElsewhere, BookAs::Loss},
                                      {Kind::RefundedElsewhere, BookAs::Payout}});
  TENANTRY_TRY(amount, contested(paid, as));
  payments::Finding found;
  found.organization = m_id;
  found.kind = kind;
  found.provider = u"stripe"_s;
  found.reference = m_name + key();
  found.charge = kind == Kind::SecondCharge ? found.reference : paid.reference;
  found.attempt = paid.id;
  found.invoice = paid.invoice;
  found.amount = Money(amount, paid.currency);
  found.isWithdrawn = kind == Kind::Dispute;
  found.said = kind == Kind::Dispute ? oneOf({u"lost"_s, u"needs_response"_s}) : u"succeeded"_s;
  found.openedAt = m_session.clock.now();
  found.readAt = m_session.clock.now();
  payments::Findings findings(m_session, m_business);
  TENANTRY_CHECK(attempt(u"%1 of %2"_s.arg(toString(kind), found.amount.toString()),
                         Again::ChangesNothing, [&] { return findings.hear(found); }));
  return book(found, as);
}

/// What can be booked so of it, mostly.
Result<std::int64_t> History::contested(const payments::Attempt &paid, BookAs as) {
  const auto part = 1 + below(int(std::min<std::int64_t>(paid.amount, 1'000'000)));
  if (as == BookAs::Balance)
    return paid.amount;
  if (as == BookAs::Reopen || as == BookAs::WriteOff)
    return oneIn(6) ? part : paid.amount;
  if (as != BookAs::Payout)
    return oneIn(2) ? part : paid.amount;
  billing::BillingService billing(m_session, m_business);
  TENANTRY_TRY(before, billing.balance(m_id));
  if (before[paid.currency] == 0)
    TENANTRY_CHECK(
        attempt(u"adjust the balance for a pay-out"_s, Again::IsAnother, [&]() -> Result<> {
          TENANTRY_CHECK(payments::BalanceAdjustments(m_session, m_business)
                             .act({m_id, Money(1 + below(9'000), paid.currency), u"goodwill"_s}));
          return {};
        }));
  TENANTRY_TRY(balances, billing.balance(m_id));
  const auto owed = std::min(balances[paid.currency], paid.amount);
  return owed > 0 && !oneIn(6) ? owed : part;
}

Result<> History::book(const payments::Finding &heard, BookAs as) {
  payments::Findings findings(m_session, m_business);
  TENANTRY_TRY(kept, findings.find(m_id, heard.provider, heard.reference));
  if (!kept)
    return broken(u"what the provider did is not kept"_s);
  payments::FindingActs acts(m_session, m_business);
  const auto seen = acts.preview(m_id, kept->id, as);
  TENANTRY_CHECK(attemptSeen(
      seen, u"book:"_s + toString(as),
      [&](const payments::BookingPicture &shown, bool isFirst) -> Result<> {
        TENANTRY_CHECK(acts.act(m_id, kept->id, as, u"seen there"_s, shown.digest()));
        if (!isFirst)
          return {};
        billing::BillingService billing(m_session, m_business);
        TENANTRY_TRY(balances, billing.balance(m_id));
        TENANTRY_TRY(now, billing.find(m_id, heard.invoice));
        const bool isSame = balances[shown.amount.currency()] == shown.balanceAfter &&
                            (as != BookAs::Reopen || now.amountDue() == shown.dueAfter) &&
                            (as != BookAs::WriteOff || now.status != billing::InvoiceStatus::Open);
        return isSame ? Result<>() : broken(u"what was booked is not what was shown"_s);
      }));
  TENANTRY_TRY(after, findings.byId(m_id, kept->id));
  if (after->state == payments::FindingState::Booked)
    m_findings.push_back(*after);
  if (after->state == payments::FindingState::Booked && as == BookAs::Loss)
    mayFollow(&History::refund);
  if (after->state != payments::FindingState::Open)
    return {};
  TENANTRY_TRY(open, payments::findContradiction(m_session, kept->id));
  return attempt(u"leave it unbooked"_s, Again::ChangesNothing, [&] {
    return payments::settleByHand(m_session, m_business, open, false, u"nothing to book"_s);
  });
}

Result<> History::endContest() {
  auto found = m_findings.back();
  m_findings.pop_back();
  const bool isDispute = found.kind == ContradictionKind::Dispute;
  if (found.kind == ContradictionKind::SecondCharge)
    return sellOnce();
  found.said = isDispute ? oneOf({u"won"_s, u"won"_s, u"lost"_s}) : u"failed"_s;
  found.isWithdrawn = isDispute && found.said == "lost"_L1;
  found.readAt = m_session.clock.now();
  return attempt(u"%1 of %2 is %3"_s.arg(toString(found.kind), found.amount.toString(), found.said),
                 Again::ChangesNothing,
                 [&] { return payments::Findings(m_session, m_business).hear(found); });
}

} // namespace tenantry::tests
