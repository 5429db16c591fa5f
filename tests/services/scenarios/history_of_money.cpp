// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/balance_adjustments.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "services/payments/transfers.h"
#include "services/payments/voids.h"
#include "services/payments/write_offs.h"
#include "tests/services/scenarios/history.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

Result<> History::setMethod() {
  const auto behaviour =
      oneOf({u"succeeds"_s, u"succeeds"_s, u"succeeds"_s, u"declines:insufficient_funds"_s,
             u"declines:expired_card"_s, u"times_out"_s, u"times_out_then:card_declined"_s,
             u"needs_action"_s});
  return putMethod(behaviour, oneOf({u"simulator"_s, u"stripe"_s}));
}

Result<> History::putMethod(const QString &behaviour, const QString &provider) {
  payments::NewMethod method{u"card"_s, behaviour, provider};
  if (provider == "stripe"_L1)
    method.customer = m_name;
  return attempt(u"method %1 at %2"_s.arg(behaviour, method.provider), Again::IsAnother, [&] {
    return payments::PaymentService(m_session, m_business, m_world.gateway())
        .setMethod(m_id, method);
  });
}

Result<std::optional<billing::Invoice>> History::anyInvoice() {
  TENANTRY_TRY(invoices, billing::BillingService(m_session, m_business).ofOrganization(m_id));
  if (invoices.empty())
    return std::optional<billing::Invoice>{};
  return std::optional(
      invoices[static_cast<std::size_t>(below(static_cast<int>(invoices.size())))]);
}

/// The whole, a part, or more than there is.
std::int64_t History::partOf(std::int64_t amount) {
  const auto whole = static_cast<int>(std::clamp<std::int64_t>(amount, 1, 100'000'000));
  return oneIn(3) ? amount : oneIn(5) ? amount + 1 + below(500) : 1 + below(whole);
}

Result<> History::transfer() {
  TENANTRY_TRY(invoice, anyInvoice());
  payments::Transfers transfers(m_session, m_business);
  payments::Transfer request{m_id,
                             {},
                             Money(1 + below(30'000), m_currency),
                             u"bank"_s,
                             makeId<payments::PaymentId>(m_session.clock.now())};
  if (invoice) {
    request.invoice = invoice->id;
    request.amount = Money(partOf(invoice->amountDue() + invoice->writtenOff), invoice->currency);
  }
  const auto seen = transfers.preview(request);
  return attemptSeen(
      seen, u"transfer of "_s + request.amount.toString(),
      [&](const payments::TransferPicture &shown, bool isFirst) -> Result<> {
        TENANTRY_TRY(done, transfers.act(request, shown.digest()));
        if (!isFirst || !invoice)
          return {};
        TENANTRY_TRY(now, billing::BillingService(m_session, m_business).find(m_id, invoice->id));
        const bool isSame = done.digest() == shown.digest() &&
                            now.paid == invoice->paid + shown.pays + shown.recovers &&
                            shown.pays + shown.recovers + shown.toBalance == request.amount.minor();
        return isSame ? Result<>() : broken(u"the transfer is not what was shown"_s);
      });
}

Result<> History::refund() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  payments::Refunds refunds(m_session, m_business);
  const payments::RefundRequest request{m_id, invoice->id, partOf(invoice->paid), u"goodwill"_s,
                                        makeId<payments::RefundId>(m_session.clock.now())};
  const auto seen = refunds.preview(request);
  return attemptSeen(seen, u"refund %1 of %2"_s.arg(request.amount).arg(invoice->number),
                     [&](const payments::RefundPicture &shown, bool) -> Result<> {
                       TENANTRY_CHECK(refunds.act(request, shown.digest()));
                       return {};
                     });
}

Result<> History::credit() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  payments::Credits credits(m_session, m_business);
  const payments::CreditRequest request{m_id, invoice->id, partOf(invoice->total), u"goodwill"_s,
                                        makeId<CreditNoteId>(m_session.clock.now())};
  const auto seen = credits.preview(request);
  return attemptSeen(seen, u"credit %1 of %2"_s.arg(request.amount).arg(invoice->number),
                     [&](const billing::PlannedInvoice &shown, bool isFirst) -> Result<> {
                       TENANTRY_TRY(done, credits.act(request, billing::digestOf(shown)));
                       if (!isFirst)
                         return {};
                       return done.total == request.amount && done.total == -shown.invoice.total
                                  ? Result<>()
                                  : broken(u"the credit note is not what was shown"_s);
                     });
}

Result<> History::giveUp() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  const billing::InvoiceKey key{m_id, invoice->id};
  billing::BillingService billing(m_session, m_business);
  if (oneIn(2)) {
    payments::Voids voids(m_session, m_business);
    const auto seen = voids.preview(key);
    return attemptSeen(seen, u"void %1"_s.arg(invoice->number),
                       [&](const payments::VoidPicture &shown, bool isFirst) -> Result<> {
                         TENANTRY_TRY(before, billing.balance(m_id));
                         TENANTRY_CHECK(voids.act({m_id, invoice->id, u"wrong"_s}, shown.digest()));
                         if (!isFirst)
                           return {};
                         mayFollow(&History::issueAgain);
                         TENANTRY_TRY(after, billing.balance(m_id));
                         const auto given = after[shown.currency] - before[shown.currency];
                         return given == shown.toBalance - shown.pays
                                    ? Result<>()
                                    : broken(u"voiding did not come to what was shown"_s);
                       });
  }
  payments::WriteOffs writeOffs(m_session, m_business);
  TENANTRY_TRY(seen, writeOffs.preview({key}));
  const auto &verdict = seen.front();
  bool isFirst = true;
  return attempt(u"write %1 off"_s.arg(invoice->number), Again::ChangesNothing, [&]() -> Result<> {
    const auto done = writeOffs.act(key, verdict.digest());
    if (!std::exchange(isFirst, false))
      return done;
    TENANTRY_CHECK(refusedAsShown(verdict.refusal, done));
    TENANTRY_TRY(now, billing.find(m_id, invoice->id));
    return now.writtenOff - invoice->writtenOff == verdict.due.minor()
               ? Result<>()
               : broken(u"more or less was given up than was shown"_s);
  });
}

Result<> History::sellOnce() {
  billing::OneOffCharges charges(m_session, m_business);
  const billing::OneOffRequest request{
      m_id,
      {},
      {{u"Workshop"_s, Rational(1 + below(9), 2), Rational(1 + below(30'000))},
       {u"Travel"_s, Rational(1), Rational(1 + below(9'000), 100)}},
      makeId<InvoiceId>(m_session.clock.now())};
  const auto seen = charges.preview(request);
  return attemptSeen(seen, u"charge once"_s, [&](const auto &shown, bool isFirst) -> Result<> {
    TENANTRY_TRY(done, charges.act(request, billing::digestOfCharge(shown)));
    if (!isFirst)
      return {};
    return done.total == shown.invoice.total && done.tax == shown.invoice.tax
               ? Result<>()
               : broken(u"the charge is not what was shown"_s);
  });
}

Result<> History::adjust() {
  return oneIn(4) ? payOut()
                  : adjustBy({m_id, Money(below(20'000) - 6'000, m_currency), u"goodwill"_s,
                              makeUuidV7(m_session.clock.now())});
}

// Mostly of what is there.
Result<> History::payOut() {
  TENANTRY_TRY(balances, billing::BillingService(m_session, m_business).balance(m_id));
  const auto there = balances[m_currency];
  return adjustBy({m_id, Money(-1 - (there > 0 ? below(int(there)) : below(9'000)), m_currency),
                   u"sent"_s, makeUuidV7(m_session.clock.now()), billing::ByHand::PaidOut});
}

Result<> History::adjustBy(const payments::BalanceAdjustment &request) {
  payments::BalanceAdjustments adjustments(m_session, m_business);
  const auto seen = adjustments.preview(request);
  return attemptSeen(seen,
                     (request.how == billing::ByHand::PaidOut ? u"pay_out of the balance "_s
                                                              : u"adjust the balance by "_s) +
                         request.amount.toString(),
                     [&](const payments::BalancePicture &shown, bool isFirst) -> Result<> {
                       TENANTRY_CHECK(adjustments.act(request, shown.digest()));
                       if (!isFirst)
                         return {};
                       TENANTRY_TRY(balances,
                                    billing::BillingService(m_session, m_business).balance(m_id));
                       return balances[m_currency] == shown.after()
                                  ? Result<>()
                                  : broken(u"the balance is not what was shown"_s);
                     });
}

} // namespace tenantry::tests
