// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/finding_acts.h"

#include "services/billing/ledger.h"
#include "services/core/seen_rows.h"
#include "services/payments/balance_adjustments.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/transfers.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeAnswer;
using gateways::ChargeOutcome;

namespace {

constexpr std::array bookingWords{
    std::pair{BookAs::Refund, "refund"_L1},      std::pair{BookAs::Reopen, "reopen"_L1},
    std::pair{BookAs::WriteOff, "write_off"_L1}, std::pair{BookAs::Loss, "loss"_L1},
    std::pair{BookAs::Balance, "balance"_L1},    std::pair{BookAs::GiveBack, "give_back"_L1},
    std::pair{BookAs::Payout, "payout"_L1}};

bool isWayFor(ContradictionKind kind, BookAs as) {
  switch (as) {
  case BookAs::Refund:
  case BookAs::Payout:
  case BookAs::Loss:
    return kind == ContradictionKind::RefundedElsewhere || kind == ContradictionKind::Dispute;
  case BookAs::Reopen:
  case BookAs::WriteOff:
    return kind == ContradictionKind::Dispute;
  case BookAs::Balance:
  case BookAs::GiveBack:
    break;
  }
  return kind == ContradictionKind::SecondCharge;
}

Result<> mayBookSo(ContradictionKind kind, bool hasMoved, BookAs as) {
  if (!isWayFor(kind, as))
    return fail(u"payment.finding_other_way"_s,
                u"This cannot be booked so: it is booked in another way, or ended."_s);
  if (!hasMoved)
    return fail(u"payment.finding_not_moved_yet"_s,
                u"No money has moved there yet, so that there is nothing to book."_s);
  return {};
}

bool hasMoved(const Finding &finding) {
  switch (finding.kind) {
  case ContradictionKind::Dispute:
    return finding.isWithdrawn || finding.said == "lost"_L1;
  case ContradictionKind::RefundedElsewhere:
    return finding.said == "succeeded"_L1;
  default:
    return true;
  }
}

Transfer transferOf(const Finding &finding, const std::optional<InvoiceId> &invoice, Instant now) {
  return {finding.organization, invoice, finding.amount, finding.reference, makeId<PaymentId>(now)};
}

BalanceAdjustment payoutOf(const Finding &finding, const QString &reason) {
  return {finding.organization,
          Money(-finding.amount.minor(), finding.amount.currency()),
          reason.isEmpty() ? finding.reference : reason,
          {},
          billing::ByHand::PaidOut};
}

} // namespace

QString toString(BookAs as) {
  for (const auto &[known, word] : bookingWords)
    if (known == as)
      return word;
  return {};
}

std::optional<BookAs> parseBookAs(QStringView text) {
  for (const auto &[as, word] : bookingWords)
    if (text == word)
      return as;
  return std::nullopt;
}

std::vector<BookAs> waysToBook() {
  std::vector<BookAs> all;
  for (const auto &known : bookingWords)
    all.push_back(known.first);
  return all;
}

Result<> mayBook(const Contradiction &of, BookAs as) {
  const bool isTaken = of.kind == ContradictionKind::Dispute
                           ? of.isWithdrawn || of.code == "lost"_L1
                           : of.code != "refund_pending"_L1;
  return mayBookSo(of.kind, isTaken, as);
}

QString BookingPicture::digest() const {
  auto said =
      u"%1 %2 %3 %4 %5 %6>%7/%8 %9"_s.arg(toString(as), reference, number, amount.toString())
          .arg(tax)
          .arg(dueBefore)
          .arg(dueAfter)
          .arg(writtenOff)
          .arg(u"%1>%2"_s.arg(balanceBefore).arg(balanceAfter));
  for (const auto &one : others)
    said += u" %1=%2>%3"_s.arg(one.number).arg(one.dueBefore).arg(one.dueAfter);
  return pictureDigest(said.toUtf8());
}

Result<Finding> FindingActs::open(const OrganizationId &organization, const QUuid &id,
                                  const std::optional<Money> &taken) {
  TENANTRY_TRY(found, Findings(m_session, m_business).byId(organization, id));
  if (!found || found->state != FindingState::Open)
    return tl::unexpected(notContradicted(id));
  if (taken) {
    TENANTRY_CHECK(mayBeTaken(*found, *taken));
    if (found->kind != ContradictionKind::SecondCharge) // which is no part of a payment
      found->amount = *taken;
  }
  return std::move(*found);
}

Result<> FindingActs::mayBeTaken(const Finding &finding, const Money &taken) {
  TENANTRY_TRY(
      invoice,
      billing::BillingService(m_session, m_business).find(finding.organization, finding.invoice));
  if (finding.amount.currency() == invoice.currency)
    return fail(u"amount.invalid"_s,
                u"The provider says %1 itself, in the currency that invoice %2 was paid in: no "
                u"amount is said."_s.arg(finding.amount.toString(), invoice.number));
  if (taken.currency() != invoice.currency || taken.minor() <= 0)
    return fail(u"amount.invalid"_s,
                u"How much of the payment it is must be above zero, and in %1."_s.arg(
                    invoice.currency.code()));
  TENANTRY_TRY(rows, paymentInBooks(finding));
  if (rows.isEmpty())
    return {};
  const Money paid(rows[0].get<std::int64_t>(1), invoice.currency);
  if (taken > paid)
    return fail(u"amount.invalid"_s,
                u"%1 is more than the payment that it is about, which was %2."_s.arg(
                    taken.toString(), paid.toString()));
  return {};
}

Result<InvoicePayment> FindingActs::paymentOf(const Finding &finding) {
  TENANTRY_TRY(money, moneyOf(m_session, finding.organization, finding.invoice));
  for (auto &payment : money.payments)
    if (payment.provider == finding.provider && payment.chargeReference == finding.charge)
      return std::move(payment);
  return fail(
      u"payment.finding_pays_nothing"_s,
      u"The charge that it is about pays no invoice (any more). Where it went to the customer's "
      u"balance, book it as paid out of that."_s);
}

Result<store::Rows> FindingActs::paymentInBooks(const Finding &finding) {
  return m_session.database.query("payment_of_charge", {{"organization", finding.organization},
                                                        {"attempt", finding.attempt},
                                                        {"charge", finding.charge},
                                                        {"reference", finding.reference}});
}

/// By which the charge is in the books, also where it brought all of it to the balance. More than
/// it is may be contested: a rate of exchange.
Result<Chargeback> FindingActs::chargebackOf(const Finding &finding) {
  TENANTRY_TRY(rows, paymentInBooks(finding));
  if (rows.isEmpty())
    return fail(u"payment.finding_pays_nothing"_s,
                u"The charge that it is about is no longer in the books. Book it as a loss."_s);
  const auto amount = rows[0].get<std::int64_t>(1);
  if (amount > finding.amount.minor())
    return fail(
        u"payment.dispute_of_a_part"_s,
        u"Only %1 of a payment of %2 is contested, so that it cannot be taken back as a "
        u"whole; book it as a refund or a loss."_s.arg(
            finding.amount.toString(), Money(amount, finding.amount.currency()).toString()));
  return Chargeback{finding.organization, rows[0].get<PaymentId>(0), finding.reference};
}

Result<BookingPicture> FindingActs::preview(const OrganizationId &organization, const QUuid &id,
                                            BookAs as, const std::optional<Money> &taken) {
  TENANTRY_TRY(finding, open(organization, id, taken));
  return look(finding, as);
}

Result<BookingPicture> FindingActs::look(const Finding &finding, BookAs as) {
  TENANTRY_CHECK(mayBookSo(finding.kind, hasMoved(finding), as));
  billing::BillingService billing(m_session, m_business);
  TENANTRY_TRY(invoice, billing.find(finding.organization, finding.invoice));
  const auto currency = finding.amount.currency();
  if (invoice.currency != currency && finding.kind == ContradictionKind::SecondCharge)
    return fail(u"payment.wrong_currency"_s,
                u"Invoice %1 is in %2; %3 cannot be booked on it."_s.arg(
                    invoice.number, invoice.currency.code(), finding.amount.toString()));
  if (invoice.currency != currency)
    return fail(
        u"payment.finding_amount_missing"_s,
        u"The provider took %1, but invoice %2 was paid in %3. Find there how much of the "
        u"payment that is in %3, and book it with that amount, one at a time: in the console or "
        u"with “tenantryctl payment book --amount”."_s.arg(
            finding.amount.toString(), invoice.number, invoice.currency.code()));
  TENANTRY_TRY(balances, billing.balance(finding.organization));
  BookingPicture picture{.kind = finding.kind,
                         .as = as,
                         .reference = finding.reference,
                         .number = invoice.number,
                         .amount = finding.amount,
                         .dueBefore = invoice.amountDue(),
                         .dueAfter = invoice.amountDue(),
                         .balanceBefore = balances[currency],
                         .balanceAfter = balances[currency]};
  if (as == BookAs::Refund) {
    TENANTRY_TRY(payment, paymentOf(finding));
    TENANTRY_TRY(refund, Refunds(m_session, m_business)
                             .preview({finding.organization, finding.invoice,
                                       finding.amount.minor(), finding.reference}));
    if (payment.left() < finding.amount.minor())
      return fail(
          u"payment.refund_exceeds_paid"_s,
          u"Of the payment that it is about only %1 is left; the rest was given or charged back."_s
              .arg(Money(payment.left(), currency).toString()));
    picture.tax = refund.tax;
  } else if (as == BookAs::Reopen || as == BookAs::WriteOff) {
    TENANTRY_CHECK(lookAtReversal(finding, picture));
  } else if (as == BookAs::Loss) {
    picture.writtenOff = finding.amount.minor();
  } else if (as != BookAs::GiveBack) {
    TENANTRY_CHECK(lookAtBalance(finding, picture));
  }
  return picture;
}

Result<> FindingActs::lookAtReversal(const Finding &finding, BookingPicture &picture) {
  TENANTRY_TRY(chargeback, chargebackOf(finding));
  TENANTRY_TRY(taken, Unassignment(m_session, m_business).preview(chargeback));
  for (const auto &one : taken.invoices) {
    if (one.invoice == finding.invoice) {
      picture.dueAfter = one.dueAfter;
      picture.writtenOff = one.lost;
    } else if (one.dueAfter != one.dueBefore) {
      picture.others.push_back(one);
    }
  }
  picture.balanceAfter = taken.balanceAfter;
  if (picture.as == BookAs::WriteOff)
    picture.writtenOff += std::exchange(picture.dueAfter, 0);
  return {};
}

Result<> FindingActs::lookAtBalance(const Finding &finding, BookingPicture &picture) {
  if (picture.as == BookAs::Payout) {
    TENANTRY_TRY(paid, BalanceAdjustments(m_session, m_business).preview(payoutOf(finding, {})));
    picture.balanceAfter = paid.after();
    return {};
  }
  const auto transfer = transferOf(finding, {}, m_session.clock.now());
  TENANTRY_TRY(received, Transfers(m_session, m_business).previewAll({transfer}));
  picture.balanceAfter = received.balanceAfter;
  for (const auto &use : received.uses)
    if (use.invoice == finding.invoice)
      picture.dueAfter -= use.amount.minor();
  return {};
}

Result<BookingPicture> FindingActs::act(const OrganizationId &organization, const QUuid &id,
                                        BookAs as, const QString &reason, const QString &seen,
                                        const std::optional<Money> &taken) {
  return m_session.database.transaction([&]() -> Result<BookingPicture> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(finding, open(organization, id, taken));
    TENANTRY_TRY(picture, look(finding, as));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(u"payment.picture_changed"_s,
                  u"What it comes to on invoice %1 has changed since; look at it again."_s.arg(
                      picture.number));
    const bool isAsked = as == BookAs::GiveBack;
    const Instant now = m_session.clock.now();
    TENANTRY_CHECK(m_session.database.execute(
        "provider_finding_book",
        {{"organization", organization},
         {"finding", id},
         {"state", toString(isAsked ? FindingState::Returning : FindingState::Booked)},
         {"booked_as", toString(as)},
         {"amount", finding.amount.minor()},
         {"currency", finding.amount.currency().code()},
         {"asked", isAsked ? 1 : 0},
         {"closed_at", isAsked ? std::optional<Instant>() : std::optional(now)}}));
    auto payload = describe(finding);
    payload["as"] = toString(as);
    payload["reason"] = reason.trimmed();
    TENANTRY_CHECK(store::appendEvents(m_session, organization,
                                       {{u"payment.finding_booked"_s, std::move(payload)}}));
    TENANTRY_CHECK(book(finding, as, reason.trimmed()));
    return picture;
  });
}

Result<> FindingActs::book(const Finding &finding, BookAs as, const QString &reason) {
  const auto &organization = finding.organization;
  const Instant now = m_session.clock.now();
  if (as == BookAs::GiveBack)
    return enqueueFinding(m_session, organization, finding.id, now);
  if (as == BookAs::Payout) {
    TENANTRY_CHECK(BalanceAdjustments(m_session, m_business).act(payoutOf(finding, reason)));
    return {};
  }
  if (as == BookAs::Balance) {
    TENANTRY_CHECK(Transfers(m_session, m_business).actAll({transferOf(finding, {}, now)}));
    return {};
  }
  if (as == BookAs::Loss)
    return bookLoss(finding, false);
  if (as == BookAs::Refund) {
    TENANTRY_TRY(payment, paymentOf(finding));
    TENANTRY_CHECK(Refunds(m_session, m_business)
                       .bookMade({organization, finding.invoice, finding.amount.minor(), reason,
                                  makeId<RefundId>(now)},
                                 payment, finding.reference));
    return {};
  }
  TENANTRY_TRY(chargeback, chargebackOf(finding));
  TENANTRY_CHECK(Unassignment(m_session, m_business).act(chargeback));
  billing::BillingService billing(m_session, m_business);
  TENANTRY_TRY(invoice, billing.find(organization, finding.invoice));
  const bool isGivenUp = as == BookAs::WriteOff && invoice.status == billing::InvoiceStatus::Open;
  return isGivenUp ? billing.writeOff(organization, finding.invoice) : Result<>();
}

Result<> FindingActs::bookLoss(const Finding &finding, bool isWon) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  const auto amount = finding.amount.minor();
  return billing::book(m_session,
                       {{finding.organization, finding.amount.currency(),
                         isWon ? u"finding.won"_s : u"finding.lost"_s, finding.id,
                         isWon ? billing::findingWon(amount) : billing::findingLost(amount)}},
                       applied->zone());
}

// A credit note is never taken back: what it credited is the customer's money by now.
Result<> FindingActs::bookBack(const Finding &finding) {
  const auto as = parseBookAs(finding.bookedAs);
  if (as == BookAs::Loss)
    return bookLoss(finding, true);
  if (as == BookAs::Refund && finding.kind == ContradictionKind::RefundedElsewhere) {
    TENANTRY_TRY(rows, m_session.database.query("refund_by_reference",
                                                {{"organization", finding.organization},
                                                 {"invoice", finding.invoice},
                                                 {"reference", finding.reference}}));
    for (const auto row : rows) {
      TENANTRY_TRY(refund, findRefund(m_session, finding.organization, row.get<RefundId>(0)));
      TENANTRY_CHECK(
          Refunds(m_session, m_business).learn(refund, {ChargeOutcome::Failed, u"returned"_s, {}}));
    }
  }
  std::optional<InvoiceId> invoice;
  if (as == BookAs::Reopen || as == BookAs::WriteOff) {
    TENANTRY_TRY(
        owed,
        billing::BillingService(m_session, m_business).find(finding.organization, finding.invoice));
    if (owed.status != billing::InvoiceStatus::Void)
      invoice = finding.invoice;
  }
  TENANTRY_CHECK(
      Transfers(m_session, m_business).act(transferOf(finding, invoice, m_session.clock.now())));
  return {};
}

} // namespace tenantry::payments
