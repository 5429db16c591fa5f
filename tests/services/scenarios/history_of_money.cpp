// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/adjustment.h"
#include "services/payments/credits.h"
#include "services/payments/refunds.h"
#include "services/payments/transfers.h"
#include "services/payments/write_offs.h"
#include "tests/services/scenarios/history.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

Result<> History::setMethod() {
  const auto behaviour =
      oneOf({u"succeeds"_s, u"succeeds"_s, u"succeeds"_s, u"declines:insufficient_funds"_s,
             u"declines:expired_card"_s, u"times_out"_s, u"times_out_then:card_declined"_s,
             u"needs_action"_s});
  return attempt(u"method "_s + behaviour, Again::IsAnother, [&] {
    return payments::PaymentService(m_session, m_business, m_world.gateway())
        .setMethod(m_id, u"card"_s, behaviour);
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
  bool isFirst = true;
  return attempt(
      u"transfer of "_s + request.amount.toString(), Again::ChangesNothing, [&]() -> Result<> {
        if (!seen)
          return tl::unexpected(seen.error());
        TENANTRY_TRY(done, transfers.act(request, seen->digest()));
        if (!std::exchange(isFirst, false) || !invoice)
          return {};
        TENANTRY_TRY(now, billing::BillingService(m_session, m_business).find(m_id, invoice->id));
        const bool isSame = done.digest() == seen->digest() &&
                            now.paid == invoice->paid + seen->pays + seen->recovers &&
                            seen->pays + seen->recovers + seen->toBalance == request.amount.minor();
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
  return attempt(u"refund %1 of %2"_s.arg(request.amount).arg(invoice->number),
                 Again::ChangesNothing, [&]() -> Result<> {
                   if (!seen)
                     return tl::unexpected(seen.error());
                   TENANTRY_CHECK(refunds.act(request, seen->digest()));
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
  bool isFirst = true;
  return attempt(u"credit %1 of %2"_s.arg(request.amount).arg(invoice->number),
                 Again::ChangesNothing, [&]() -> Result<> {
                   if (!seen)
                     return tl::unexpected(seen.error());
                   TENANTRY_TRY(done, credits.act(request, billing::digestOf(*seen)));
                   if (!std::exchange(isFirst, false))
                     return {};
                   return done.total == request.amount && done.total == -seen->invoice.total
                              ? Result<>()
                              : broken(u"the credit note is not what was shown"_s);
                 });
}

Result<> History::giveUp() {
  TENANTRY_TRY(invoice, anyInvoice());
  if (!invoice)
    return sellOnce();
  if (oneIn(2))
    return attempt(u"void %1"_s.arg(invoice->number), Again::ChangesNothing,
                   [&] { return payments::voidInvoice(m_session, m_business, m_id, invoice->id); });
  return attempt(u"write %1 off"_s.arg(invoice->number), Again::ChangesNothing, [&] {
    return payments::WriteOffs(m_session, m_business).act({m_id, invoice->id});
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
  bool isFirst = true;
  return attempt(u"charge once"_s, Again::ChangesNothing, [&]() -> Result<> {
    if (!seen)
      return tl::unexpected(seen.error());
    TENANTRY_TRY(done, charges.act(request, billing::digestOfCharge(*seen)));
    if (!std::exchange(isFirst, false))
      return {};
    return done.total == seen->invoice.total && done.tax == seen->invoice.tax
               ? Result<>()
               : broken(u"the charge is not what was shown"_s);
  });
}

Result<> History::adjust() {
  const Money amount(below(20'000) - 8'000, m_currency);
  return attempt(u"adjust the balance by "_s + amount.toString(), Again::IsAnother, [&] {
    return payments::adjustBalance(m_session, m_business, m_id, amount, u"goodwill"_s);
  });
}

} // namespace tenantry::tests
