// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/refunds.h"

#include "services/billing/refusal.h"
#include "services/core/crash_point.h"
#include "services/core/seen_rows.h"
#include "services/payments/contradictions.h"
#include "services/payments/payment_jobs.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

using gateways::ChargeAnswer;
using gateways::ChargeOutcome;

namespace {

void apply(const ChargeAnswer &answer, Refund &refund) {
  refund.declineCode = answer.declineCode;
  switch (answer.outcome) {
  case ChargeOutcome::Succeeded:
    refund.status = RefundStatus::Succeeded;
    return;
  case ChargeOutcome::Failed:
  case ChargeOutcome::NeedsAction:
    refund.status = RefundStatus::Failed;
    return;
  case ChargeOutcome::Unknown:
  case ChargeOutcome::NotFound:
    refund.status = RefundStatus::Unknown;
    ++refund.inquiries;
    return;
  case ChargeOutcome::Contradicted:
    refund.status = RefundStatus::Unknown;
    return;
  }
}

store::Json describe(const Refund &refund) {
  return {{"invoice", refund.invoice},
          {"refund", refund.id},
          {"payment", refund.payment},
          {"amount", refund.amount.minor()},
          {"currency", refund.amount.currency().code()}};
}

} // namespace

QString RefundPicture::digest() const {
  QString said = u"%1 %2 %3 %4"_s.arg(number, currency.code()).arg(amount).arg(tax);
  for (const auto &part : parts)
    said += u" %1:%2"_s.arg(part.payment.id.toString()).arg(part.amount);
  return pictureDigest(said.toUtf8());
}

std::vector<RefundPart> spreadRefund(std::int64_t amount,
                                     const std::vector<InvoicePayment> &payments) {
  std::vector<RefundPart> parts;
  for (const auto &payment : payments) {
    const auto takes = std::min(amount, payment.left());
    if (takes <= 0)
      continue;
    parts.push_back({payment, takes});
    amount -= takes;
  }
  return parts;
}

Result<Money> Refunds::most(const OrganizationId &organization, const InvoiceId &id) {
  TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business).find(organization, id));
  if (invoice.paid == 0) // a draft's lines have no days yet
    return Money(0, invoice.currency);
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(money, moneyOf(m_session, organization, id));
  TENANTRY_TRY(lines,
               billing::loadBilledLines(m_session, organization, id, applied->business.taxRates));
  std::int64_t left = 0;
  for (const auto &line : lines)
    left += line.state.left().total();
  left -= money.goneBack(); // it is gone beside what was credited
  const auto most = std::min(std::min(invoice.paid, left) - money.refunding(), money.left());
  return Money(std::max<std::int64_t>(most, 0), invoice.currency);
}

Result<RefundPicture> Refunds::preview(const RefundRequest &request) {
  TENANTRY_TRY(
      invoice,
      billing::BillingService(m_session, m_business).find(request.organization, request.invoice));
  TENANTRY_TRY(possible, most(request.organization, request.invoice));
  TENANTRY_TRY(money, moneyOf(m_session, request.organization, request.invoice));
  const auto taken = money.goneBack();
  if (taken > 0 && (possible.minor() == 0 || request.amount > possible.minor()))
    return fail(
        u"payment.charged_back"_s,
        u"Of what was paid for invoice %1, %2 went back at the provider and is booked as a "
        u"loss; at most %3 can be refunded."_s.arg(
            invoice.number, Money(taken, invoice.currency).toString(), possible.toString()));
  if (request.amount == 0 && possible.minor() == 0)
    return billing::refuseInvoice(
        invoice, u"payment.refund_exceeds_paid"_s,
        money.payments.empty()
            ? u"Nothing was paid for invoice %1 that could be given back."_s.arg(invoice.number)
            : u"Nothing is left of what was paid for invoice %1: it was credited, given back or is "
              u"on its way back."_s.arg(invoice.number));
  if (request.amount <= 0)
    return fail(u"amount.invalid"_s, u"A refund needs an amount above zero."_s);
  if (request.amount > possible.minor())
    return billing::refuseInvoice(invoice, u"payment.refund_exceeds_paid"_s,
                                  u"%1 cannot be refunded on invoice %2; at most %3 can: what was "
                                  u"paid, less what was credited or is on its way back."_s.arg(
                                      Money(request.amount, invoice.currency).toString(),
                                      invoice.number, possible.toString()));
  TENANTRY_TRY(
      note, billing::Corrections(m_session, m_business)
                .planRefund(request.organization, request.invoice, request.amount, request.reason));
  return RefundPicture{invoice.number,    invoice.currency,
                       request.amount,    possible.minor(),
                       -note.invoice.tax, spreadRefund(request.amount, money.payments)};
}

Result<std::vector<Refund>> Refunds::act(const RefundRequest &request, const QString &seen) {
  return m_session.database.transaction([&]() -> Result<std::vector<Refund>> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    TENANTRY_TRY(known, knows(request.organization, request.id));
    if (known) {
      TENANTRY_TRY(first, findRefund(m_session, request.organization, request.id));
      return std::vector{std::move(first)};
    }
    TENANTRY_TRY(picture, preview(request));
    if (!seen.isEmpty() && seen != picture.digest())
      return fail(
          u"payment.picture_changed"_s,
          u"What was paid for invoice %1 has changed since; look at the refund again."_s.arg(
              picture.number));
    std::vector<Refund> refunds;
    for (const auto &part : picture.parts) {
      const bool isNamed = refunds.empty() && !request.id.isNull();
      TENANTRY_TRY(refund, begin(request, part,
                                 isNamed ? request.id : makeId<RefundId>(m_session.clock.now())));
      refunds.push_back(std::move(refund));
    }
    return refunds;
  });
}

Result<bool> Refunds::knows(const OrganizationId &organization, const RefundId &id) {
  TENANTRY_TRY(rows, m_session.database.query("refund_by_id",
                                              {{"organization", organization}, {"refund", id}}));
  return !rows.isEmpty();
}

Refund Refunds::made(const RefundRequest &request, const RefundPart &part,
                     const RefundId &id) const {
  Refund refund;
  refund.organization = request.organization;
  refund.createdAt = m_session.clock.now();
  refund.id = id;
  refund.payment = part.payment.id;
  refund.invoice = request.invoice;
  refund.isByHand = !part.payment.isCharge();
  refund.key = u"refund:%1"_s.arg(refund.id.toString());
  refund.amount = Money(part.amount, part.payment.currency);
  refund.reason = request.reason;
  return refund;
}

Result<> Refunds::insert(const Refund &refund, const std::optional<CreditNoteId> &note) {
  TENANTRY_CHECK(m_session.database.execute(
      "refund_add", {{"organization", refund.organization},
                     {"refund", refund.id},
                     {"payment", refund.payment},
                     {"invoice", refund.invoice},
                     {"channel", refund.isByHand ? u"by_hand"_s : u"provider"_s},
                     {"key", refund.key},
                     {"amount", refund.amount.minor()},
                     {"currency", refund.amount.currency().code()},
                     {"reason", refund.reason},
                     {"status", toString(refund.status)},
                     {"note", note},
                     {"now", refund.createdAt},
                     {"finished_at", refund.finishedAt}}));
  return {};
}

Result<Refund> Refunds::begin(const RefundRequest &request, const RefundPart &part,
                              const RefundId &id) {
  auto refund = made(request, part, id);
  std::optional<CreditNoteId> note;
  if (refund.isByHand) {
    TENANTRY_TRY(issued,
                 billing::Corrections(m_session, m_business)
                     .refund(refund.organization, refund.invoice, part.amount, refund.reason));
    note = issued;
    refund.status = RefundStatus::Succeeded;
    refund.finishedAt = refund.createdAt;
  }
  TENANTRY_CHECK(insert(refund, note));
  if (note) {
    TENANTRY_CHECK(tell(refund, *note));
  } else {
    TENANTRY_CHECK(enqueueRefund(m_session, refund.organization, refund.id, refund.createdAt));
  }
  return findRefund(m_session, refund.organization, refund.id);
}

Result<Refund> Refunds::bookMade(const RefundRequest &request, const InvoicePayment &payment,
                                 const QString &reference) {
  TENANTRY_CHECK(preview(request));
  auto refund = made(request, {payment, request.amount}, request.id);
  TENANTRY_CHECK(insert(refund, {}));
  return settle(std::move(refund), {ChargeOutcome::Succeeded, {}, reference});
}

// One that was asked for and killed before its answer was written is known to the provider. What
// it never heard of is asked for again, under the same key.
Result<ChargeAnswer> Refunds::ask(gateways::PaymentGateway &gateway, const Refund &refund) {
  TENANTRY_TRY(money, moneyOf(m_session, refund.organization, refund.invoice));
  for (const auto &payment : money.payments) {
    if (payment.id != refund.payment)
      continue;
    TENANTRY_CHECK(gateways::checkServes(gateway, payment.provider));
    const gateways::RefundRequest request{
        refund.key,       payment.chargeKey, payment.chargeReference,        refund.amount,
        payment.provider, refund.reference,  refund.organization.toString(), refund.id.toString()};
    ChargeAnswer answer = gateway.inquireRefund(request);
    return answer.outcome == ChargeOutcome::NotFound ? gateway.refund(request) : answer;
  }
  return ChargeAnswer{};
}

Result<Refund> Refunds::follow(gateways::PaymentGateway &gateway,
                               const OrganizationId &organization, const RefundId &id) {
  TENANTRY_TRY(refund, findRefund(m_session, organization, id));
  if (!refund.isLive())
    return refund;
  crashPoint("payment.before_refund");
  TENANTRY_TRY(answer, ask(gateway, refund));
  crashPoint("payment.after_refund");
  return settle(std::move(refund), answer);
}

Result<> Refunds::learn(const Refund &refund, const ChargeAnswer &answer) {
  if (refund.isLive() && answer.outcome != ChargeOutcome::Unknown)
    TENANTRY_CHECK(settle(refund, answer));
  if (refund.status != RefundStatus::Succeeded || answer.outcome != ChargeOutcome::Failed)
    return {};
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, refund.organization));
    TENANTRY_TRY(marked, m_session.database.execute("refund_returned",
                                                    {{"organization", refund.organization},
                                                     {"refund", refund.id},
                                                     {"decline_code", answer.declineCode}}));
    if (marked == 0)
      return {};
    auto payload = describe(refund);
    payload["reason"] = answer.declineCode;
    return store::appendEvents(m_session, refund.organization,
                               {{u"payment.refund_returned"_s, std::move(payload)}});
  });
}

Result<Refund> Refunds::settle(Refund refund, const ChargeAnswer &answer) {
  apply(answer, refund);
  return m_session.database.transaction([&]() -> Result<Refund> {
    const Instant now = m_session.clock.now();
    TENANTRY_CHECK(store::lockOrganization(m_session, refund.organization));
    TENANTRY_TRY(stored, findRefund(m_session, refund.organization, refund.id));
    if (!stored.isLive())
      return stored;
    std::optional<CreditNoteId> note;
    if (refund.status == RefundStatus::Succeeded) {
      TENANTRY_TRY(made, billing::Corrections(m_session, m_business)
                             .refund(refund.organization, refund.invoice, refund.amount.minor(),
                                     refund.reason));
      note = made;
    }
    TENANTRY_CHECK(m_session.database.execute(
        "refund_move",
        {{"organization", refund.organization},
         {"refund", refund.id},
         {"status", toString(refund.status)},
         {"decline_code", refund.declineCode},
         {"inquiries", refund.inquiries},
         {"reference", answer.reference},
         {"note", note},
         {"finished_at", refund.isLive() ? std::optional<Instant>() : std::optional(now)}}));
    if (note)
      TENANTRY_CHECK(tell(refund, *note));
    if (refund.status == RefundStatus::Failed) {
      auto payload = describe(refund);
      payload["decline_code"] = refund.declineCode;
      TENANTRY_CHECK(store::appendEvents(m_session, refund.organization,
                                         {{u"payment.refund_failed"_s, std::move(payload)}}));
    }
    if (answer.outcome == ChargeOutcome::Contradicted) {
      TENANTRY_CHECK(contradict(m_session, refund));
    } else if (refund.isLive()) {
      TENANTRY_CHECK(enqueueRefund(m_session, refund.organization, refund.id,
                                   now + inquiryDelay(refund.inquiries)));
    }
    crashPoint("payment.before_refund_commit");
    return findRefund(m_session, refund.organization, refund.id);
  });
}

Result<> Refunds::tell(const Refund &refund, const CreditNoteId &note) {
  TENANTRY_CHECK(
      m_session.database.execute("payment_attempt_refunded", {{"organization", refund.organization},
                                                              {"payment", refund.payment}}));
  auto payload = describe(refund);
  payload["credit_note"] = note;
  return store::appendEvents(m_session, refund.organization,
                             {{u"payment.refunded"_s, std::move(payload)}});
}

Result<> checkNoRefundRuns(store::Session &session, const OrganizationId &organization,
                           const std::optional<InvoiceId> &invoice) {
  TENANTRY_TRY(rows, session.database.query("refunds_running", {{"organization", organization}}));
  for (const auto row : rows)
    if (!invoice || row.get<InvoiceId>(0) == *invoice)
      return fail(u"payment.refund_running"_s,
                  u"Money for an invoice of this organization is on its way back; wait until the "
                  u"provider has answered."_s);
  return {};
}

} // namespace tenantry::payments
