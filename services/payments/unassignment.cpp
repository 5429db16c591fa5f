// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/unassignment.h"

#include "services/billing/refusal.h"
#include "services/core/crash_point.h"
#include "services/core/seen_rows.h"
#include "services/payments/adjustment.h"
#include "services/payments/payment_jobs.h"
#include "services/payments/refunds.h"
#include "services/payments/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::payments {

QString UnassignPicture::digest() const {
  QStringList said{u"%1>%2"_s.arg(balanceBefore).arg(balanceAfter)};
  for (const auto &one : invoices)
    said += u"%1=%2>%3/%4"_s.arg(one.number).arg(one.dueBefore).arg(one.dueAfter).arg(one.lost);
  return pictureDigest(said.join(u' ').toUtf8());
}

Result<Unassignment::Source> Unassignment::sourceOf(const BankEntryId &entry) {
  TENANTRY_TRY(rows, m_session.database.query("bank_entry_payments", {{"entry", entry}}));
  Source source;
  source.cause = {"bank_entry", entry.toString()};
  for (const auto row : rows) {
    source.organization = row.get<OrganizationId>(0);
    source.payments.push_back(row.get<PaymentId>(1));
  }
  if (rows.isEmpty())
    return fail(u"bank.entry_settled"_s, u"The entry no longer pays anything."_s);
  return source;
}

Result<Unassignment::Source> Unassignment::sourceOf(const RecordedPayment &recorded) {
  const auto &[organization, payment, reason] = recorded;
  TENANTRY_TRY(rows, m_session.database.query("payments_came_by",
                                              {{"organization", organization},
                                               {"payments", std::vector<PaymentId>{payment}}}));
  if (rows.isEmpty())
    return fail(u"payment.not_found"_s, u"There is no payment %1."_s.arg(payment.toString()));
  if (rows[0].get<bool>(2))
    return fail(u"payment.taken_back"_s, u"The payment was taken back already."_s);
  const auto by = rows[0].get<QString>(1);
  if (by == "bank"_L1)
    return fail(u"payment.not_by_hand"_s,
                u"The payment came by an entry of the bank; undo the assignment of that."_s);
  if (by == "provider"_L1)
    return fail(u"payment.not_by_hand"_s,
                u"A provider took the payment; refund it instead of taking it back."_s);
  if (by != "hand"_L1)
    return fail(u"payment.not_by_hand"_s,
                u"The payment was imported; refund it instead of taking it back."_s);
  return Source{organization, {payment}, {"reason", reason.trimmed()}};
}

Result<Unassignment::Source> Unassignment::sourceOf(const Chargeback &chargeback) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  return Source{chargeback.organization,
                {chargeback.payment},
                {"dispute", chargeback.reference},
                applied->zone().dayOf(m_session.clock.now()),
                true};
}

Result<Unassignment::Source> Unassignment::sourceOf(const BankReturn &back) {
  TENANTRY_TRY(source, sourceOf(back.of));
  source.cause = {"returned_by", back.entry.toString()};
  source.day = back.day;
  source.reopensLater = true;
  return source;
}

template <typename Of> Result<UnassignPicture> Unassignment::previewOf(const Of &of) {
  TENANTRY_TRY(source, sourceOf(of));
  TENANTRY_TRY(planned, plan(std::move(source)));
  return std::move(planned.picture);
}

template <typename Of>
Result<UnassignPicture> Unassignment::actOn(const Of &of, const QString &seen) {
  TENANTRY_TRY(whose, sourceOf(of));
  TENANTRY_CHECK(store::lockOrganization(m_session, whose.organization));
  TENANTRY_TRY(source, sourceOf(of)); // as it is now
  TENANTRY_TRY(planned, plan(std::move(source)));
  if (!seen.isEmpty() && seen != planned.picture.digest())
    return fail(u"payment.picture_changed"_s,
                u"What was paid with it has changed since; look at it again."_s);
  TENANTRY_CHECK(write(planned));
  return std::move(planned.picture);
}

Result<UnassignPicture> Unassignment::preview(const BankEntryId &entry) { return previewOf(entry); }

Result<UnassignPicture> Unassignment::preview(const RecordedPayment &recorded) {
  return previewOf(recorded);
}

Result<UnassignPicture> Unassignment::preview(const Chargeback &chargeback) {
  return previewOf(chargeback);
}

Result<UnassignPicture> Unassignment::preview(const BankReturn &back) { return previewOf(back); }

Result<UnassignPicture> Unassignment::act(const Chargeback &chargeback) {
  return actOn(chargeback, {});
}

Result<UnassignPicture> Unassignment::act(const BankEntryId &entry, const QString &seen) {
  return actOn(entry, seen);
}

Result<UnassignPicture> Unassignment::act(const RecordedPayment &recorded, const QString &seen) {
  return actOn(recorded, seen);
}

Result<UnassignPicture> Unassignment::act(const BankReturn &back, const QString &seen) {
  return actOn(back, seen);
}

Result<Unassignment::Plan> Unassignment::plan(Source source) {
  Plan plan;
  plan.source = std::move(source);
  billing::DueChanges changes;
  TENANTRY_CHECK(addPayments(plan, changes));
  TENANTRY_CHECK(addUses(plan, changes));
  auto &picture = plan.picture;
  billing::BillingService billing(m_session, m_business);
  TENANTRY_TRY(balances, billing.balance(picture.organization));
  picture.balanceBefore = balances[picture.currency];
  const auto missing = -picture.balanceBefore - changes.balance[picture.currency];
  if (missing > 0 && plan.source.reopensLater)
    TENANTRY_CHECK(addLaterUses(plan, missing, changes));
  picture.balanceAfter = picture.balanceBefore + changes.balance[picture.currency];
  if (picture.balanceAfter < 0)
    return fail(u"bank.assignment_used"_s,
                u"What went to the balance has paid something else since; only %1 "
                u"of it is left."_s.arg(Money(picture.balanceBefore, picture.currency).toString()));
  TENANTRY_TRY(live, Repository(m_session).invoicesBeingTried(picture.organization));
  TENANTRY_TRY(uses, billing.balanceUses(picture.organization, live, changes));
  for (const auto &use : uses) {
    if (use.amount.currency() == picture.currency)
      picture.balanceAfter -= use.amount.minor();
    changes.due[use.invoice] -= use.amount.minor();
  }
  picture.uses = std::move(uses);
  for (const auto &[id, change] : changes.due) {
    TENANTRY_TRY(invoice, billing.find(picture.organization, id));
    picture.invoices.push_back(
        {id, invoice.number, invoice.amountDue(), invoice.amountDue() + change});
    for (const auto &part : plan.parts)
      picture.invoices.back().lost += part.invoice == id ? part.recovered : 0;
  }
  return plan;
}

Result<> Unassignment::addPayments(Plan &plan, billing::DueChanges &changes) {
  const auto &source = plan.source;
  TENANTRY_TRY(
      rows, m_session.database.query("payments_to_reverse", {{"organization", source.organization},
                                                             {"payments", source.payments}}));
  if (rows.isEmpty())
    return fail(u"bank.entry_settled"_s, u"The entry no longer pays anything."_s);
  auto &picture = plan.picture;
  picture.organization = source.organization;
  TENANTRY_TRY(currency, Currency::parse(rows[0].get<QString>(6)));
  picture.currency = currency;
  for (const auto row : rows) {
    Part part{
        row.get<PaymentId>(0),    row.get<std::int64_t>(1), row.get<std::optional<InvoiceId>>(2),
        row.get<std::int64_t>(3), row.get<std::int64_t>(7), row.get<bool>(4),
        row.get<bool>(5)};
    if (part.isRefunded)
      return fail(u"bank.assignment_refunded"_s,
                  u"Some of this money was refunded, or is on its way back: it can no "
                  u"longer be taken from the invoice."_s);
    if (part.isCredited && !source.day)
      return fail(u"bank.assignment_credited"_s,
                  u"An invoice that this money paid has since been credited to the "
                  u"balance; correct that first."_s);
    if (part.invoice) {
      TENANTRY_CHECK(reopens(picture.organization, *part.invoice, part.recovered == part.applied));
      changes.due[*part.invoice] += part.applied - part.recovered;
    }
    changes.balance[currency] -= part.amount - part.applied;
    plan.parts.push_back(std::move(part));
  }
  return {};
}

/// What the balance paid at once goes back to it. An invoice that became void gave it back itself.
Result<> Unassignment::addUses(Plan &plan, billing::DueChanges &changes) {
  std::vector<PaymentId> payments;
  for (const auto &part : plan.parts)
    payments.push_back(part.payment);
  auto &picture = plan.picture;
  TENANTRY_TRY(rows, m_session.database.query(
                         "bank_entry_balance_uses",
                         {{"organization", picture.organization}, {"payments", payments}}));
  for (const auto row : rows) {
    const auto id = row.get<InvoiceId>(0);
    TENANTRY_TRY(invoice,
                 billing::BillingService(m_session, m_business).find(picture.organization, id));
    // Some of it may have gone back with a return already.
    const auto amount = std::min(row.get<std::int64_t>(1), invoice.balanceApplied);
    if (invoice.status == billing::InvoiceStatus::Void || amount == 0)
      continue;
    TENANTRY_CHECK(reopens(picture.organization, id));
    changes.due[id] += amount;
    changes.balance[invoice.currency] += amount;
    plan.givenBack.emplace_back(id, amount);
  }
  return {};
}

/// It paid with what was not there. What it paid last would not have been paid without.
Result<> Unassignment::addLaterUses(Plan &plan, std::int64_t missing,
                                    billing::DueChanges &changes) {
  const auto &picture = plan.picture;
  TENANTRY_TRY(rows, m_session.database.query("balance_uses_latest",
                                              {{"organization", picture.organization},
                                               {"currency", picture.currency.code()}}));
  for (const auto row : rows) {
    const auto id = row.get<InvoiceId>(0);
    auto left = row.get<std::int64_t>(1);
    for (const auto &[invoice, amount] : plan.givenBack)
      left -= invoice == id ? amount : 0;
    const auto amount = std::min(left, missing);
    if (amount <= 0)
      continue;
    TENANTRY_CHECK(reopens(picture.organization, id));
    changes.due[id] += amount;
    changes.balance[picture.currency] += amount;
    plan.givenBack.emplace_back(id, amount);
    missing -= amount;
  }
  return {};
}

Result<> Unassignment::reopens(const OrganizationId &organization, const InvoiceId &id,
                               bool recoveredOnly) {
  TENANTRY_CHECK(checkNoRefundRuns(m_session, organization, id));
  TENANTRY_TRY(invoice, billing::BillingService(m_session, m_business).find(organization, id));
  if (invoice.status != billing::InvoiceStatus::Open &&
      invoice.status != billing::InvoiceStatus::Paid &&
      !(invoice.status == billing::InvoiceStatus::Uncollectible && recoveredOnly))
    return billing::refuseInvoice(invoice, u"bank.assignment_used"_s,
                                  u"Invoice %1, which this money paid, is now %2."_s.arg(
                                      invoice.number, toString(invoice.status)));
  return {};
}

Result<> Unassignment::write(const Plan &plan) {
  const auto &organization = plan.picture.organization;
  const auto &currency = plan.picture.currency;
  const Instant now = m_session.clock.now();
  billing::Reversals reversals(m_session, m_business);
  for (const auto &part : plan.parts)
    TENANTRY_CHECK(m_session.database.execute(
        "payment_reverse",
        {{"organization", organization}, {"payment", part.payment}, {"now", now}}));
  for (const auto &[invoice, amount] : plan.givenBack)
    TENANTRY_CHECK(reversals.giveBack(organization, invoice, Money(amount, currency)));
  for (const auto &part : plan.parts) {
    TENANTRY_CHECK(reversals.takeBack(
        organization, part.invoice, currency,
        {part.applied - part.recovered, part.amount - part.applied, part.recovered},
        part.payment.uuid(), plan.source.day));
    store::Json payload{{"payment", part.payment},
                        {"amount", part.amount},
                        {"currency", currency.code()},
                        {plan.source.cause.first, plan.source.cause.second}};
    if (part.invoice)
      payload["invoice"] = *part.invoice;
    TENANTRY_CHECK(store::appendEvents(m_session, organization,
                                       {{u"payment.reversed"_s, std::move(payload)}}));
  }
  crashPoint("bank.before_unassign_commit");
  TENANTRY_CHECK(payFromBalance(m_session, m_business, organization));
  for (const auto &invoice : plan.picture.invoices)
    if (invoice.dueAfter > 0)
      TENANTRY_CHECK(enqueueDunning(m_session, organization, invoice.invoice, now));
  return {};
}

} // namespace tenantry::payments
