// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/corrections.h"

#include "services/billing/billed_book.h"
#include "services/billing/invoice_planner.h"
#include "services/billing/invoice_writer.h"
#include "services/billing/ledger.h"
#include "services/billing/recognition.h"
#include "services/billing/refusal.h"
#include "services/billing/stored_invoice.h"
#include "services/billing/usage_release.h"
#include "services/core/seen_rows.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

ComposedInvoice documentOf(const Invoice &invoice, const std::vector<StoredLine> &lines) {
  ComposedInvoice document;
  for (const auto &line : asPlanned(invoice, lines).lines)
    document.lines.push_back(line.draft);
  document.net = invoice.net;
  document.tax = invoice.tax;
  document.total = invoice.total;
  return document;
}

/// The credit note as a document that takes from each line in proportion to what is left of it.
Result<PlannedInvoice> planCredit(const Invoice &invoice, const std::vector<BilledLine> &lines,
                                  std::int64_t amount) {
  std::vector<CreditedLine> states;
  states.reserve(lines.size());
  for (const auto &line : lines)
    states.push_back(line.state);
  TENANTRY_TRY(parts, creditByHand(states, amount, invoice.currency));
  std::vector<DraftLine> drafts;
  std::vector<LineRef> refs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (parts[i].amount == 0)
      continue;
    const auto &ref = lines[i].ref;
    drafts.push_back(creditLine(lines[i].draft, ref.toString(), parts[i], lines[i].draft.days));
    refs.push_back(ref);
  }
  PlannedInvoice planned;
  auto document = compose(std::move(drafts), {}, std::nullopt);
  for (auto &draft : document.lines) {
    PlannedLine line{std::move(draft), {}, {}};
    for (const auto &ref : refs)
      if (line.draft.creditsLine == ref.toString())
        line.credits = ref;
    planned.lines.push_back(std::move(line));
  }
  planned.invoice = invoice;
  planned.invoice.kind = InvoiceKind::OneOff;
  planned.invoice.net = document.net;
  planned.invoice.tax = document.tax;
  planned.invoice.total = document.total;
  BilledBook book;
  if (invoice.amountDue() > 0)
    book.open.emplace_back(invoice.id, invoice.amountDue());
  planned.credit = splitOverInvoices(-document.total, {{invoice.id, -document.total}}, book);
  return planned;
}

} // namespace

QString digestOf(const PlannedInvoice &credit) {
  QString said = QString::number(credit.credit->toBalance);
  for (const auto &line : credit.lines)
    said += u" %1:%2"_s.arg(line.draft.creditsLine.value_or(QString())).arg(line.draft.amount);
  return pictureDigest(said.toUtf8());
}

Result<std::int64_t> Corrections::checkAdjustment(const OrganizationId &organization,
                                                  const Money &amount) {
  if (amount.minor() == 0)
    return fail(u"amount.invalid"_s,
                u"The amount is zero; enter what the balance is changed by."_s);
  TENANTRY_TRY(balances, BillingService(m_session, m_business).balance(organization));
  const auto left = balances[amount.currency()];
  if (amount.minor() > std::numeric_limits<std::int64_t>::max() - left)
    return fail(u"amount.invalid"_s, u"So much is no balance; enter a smaller amount."_s);
  if (left < -amount.minor())
    return fail(u"balance.insufficient"_s,
                u"The balance is %1; no more than that can be taken from it."_s.arg(
                    Money(left, amount.currency()).toString()));
  return left;
}

Result<> Corrections::adjustBalance(const OrganizationId &organization, const Money &amount,
                                    const QString &reason, const QUuid &given, ByHand how) {
  const bool isPaidOut = how == ByHand::PaidOut;
  const QString type = isPaidOut ? u"balance.paid_out"_s : u"balance.adjusted"_s;
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    TENANTRY_CHECK(checkAdjustment(organization, amount));
    const QUuid id = given.isNull() ? makeUuidV7(m_session.clock.now()) : given;
    TENANTRY_CHECK(
        moveBalance(organization, amount, isPaidOut ? u"payout"_s : u"adjustment"_s, id));
    TENANTRY_CHECK(
        book(m_session,
             {{organization, amount.currency(), type, id,
               isPaidOut ? balancePaidOut(-amount.minor()) : balanceAdjusted(amount.minor())}},
             applied->zone()));
    return store::appendEvents(m_session, organization,
                               {{type,
                                 {{"amount", isPaidOut ? -amount.minor() : amount.minor()},
                                  {"currency", amount.currency().code().toStdString()},
                                  {"reason", reason.toStdString()}}}});
  });
}

Result<Invoice> Corrections::checkVoid(const OrganizationId &organization, const InvoiceId &id) {
  TENANTRY_TRY(invoice, BillingService(m_session, m_business).find(organization, id));
  if (invoice.status == InvoiceStatus::Paid)
    return fail(u"invoice.not_open"_s,
                u"Invoice %1 is paid; credit it instead of voiding it, or take back the payment "
                u"where none came."_s.arg(invoice.number));
  if (invoice.status != InvoiceStatus::Open)
    return refuseInvoice(invoice, u"invoice.not_open"_s,
                         u"Invoice %1 is %2; only an open invoice on which nothing was paid "
                         u"can be voided."_s.arg(invoice.number, toString(invoice.status)));
  if (invoice.writtenOff > 0)
    return fail(u"invoice.not_open"_s,
                u"%1 of invoice %2 is written off; it can no longer be voided or credited."_s.arg(
                    Money(invoice.writtenOff, invoice.currency).toString(), invoice.number));
  if (invoice.paid > 0)
    return fail(u"invoice.not_open"_s,
                u"%1 of invoice %2 is paid; credit what is left of it instead of voiding it."_s.arg(
                    Money(invoice.paid, invoice.currency).toString(), invoice.number));
  TENANTRY_TRY(credits,
               m_session.database.query("invoice_is_credited",
                                        {{"organization", organization}, {"invoice", id}}));
  if (invoice.credited > 0 || credits[0].get<bool>(0))
    return fail(u"invoice.not_open"_s,
                u"Something of invoice %1 was credited already; credit what is left of it instead "
                u"of voiding it."_s.arg(invoice.number));
  return invoice;
}

Result<> Corrections::voidInvoice(const OrganizationId &organization, const InvoiceId &id,
                                  const QString &reason) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(applied, m_business.current(m_session));
    const VirtualClock moment(m_session.clock.now()); // the books have it on the day it is void
    store::Session session{m_session.database, moment, m_session.actor};
    TENANTRY_TRY(invoice, checkVoid(organization, id));
    TENANTRY_TRY(lines, BillingService(m_session, m_business).lines(organization, id));
    TENANTRY_TRY(done, m_session.database.execute("invoice_void", {{"organization", organization},
                                                                   {"invoice", id},
                                                                   {"now", moment.now()}}));
    if (done != 1)
      return fail(
          u"store.conflict"_s,
          u"Invoice %1 was changed by somebody else meanwhile; try again."_s.arg(invoice.number));
    TENANTRY_CHECK(m_session.database.execute("billed_period_release",
                                              {{"organization", organization}, {"invoice", id}}));
    TENANTRY_CHECK(m_session.database.execute("billed_period_restore",
                                              {{"organization", organization}, {"invoice", id}}));
    TENANTRY_CHECK(releaseUsage(m_session, m_business, organization, id, lines));
    TENANTRY_TRY(recognized, recognizedOf(m_session, organization, id.uuid()));
    std::vector<LedgerTransaction> transactions{
        {organization, invoice.currency, u"invoice.voided"_s, id.uuid(),
         invoiceVoided(documentOf(invoice, lines), recognized)}};
    if (invoice.balanceApplied > 0) {
      TENANTRY_CHECK(moveBalance(organization, Money(invoice.balanceApplied, invoice.currency),
                                 u"invoice"_s, id.uuid()));
      transactions.push_back({organization, invoice.currency, u"balance.given_back"_s, id.uuid(),
                              balanceGivenBack(invoice.balanceApplied)});
    }
    TENANTRY_CHECK(book(session, transactions, applied->zone()));
    return store::appendEvents(m_session, organization,
                               {{u"invoice.voided"_s,
                                 {{"invoice", id.toString().toStdString()},
                                  {"number", invoice.number.toStdString()},
                                  {"currency", invoice.currency.code().toStdString()},
                                  {"total", invoice.total},
                                  {"reason", reason.trimmed().toStdString()}}}});
  });
}

Result<PlannedInvoice> Corrections::previewCredit(const OrganizationId &organization,
                                                  const InvoiceId &id, std::int64_t amount) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(invoice, BillingService(m_session, m_business).find(organization, id));
  if (invoice.status != InvoiceStatus::Open && invoice.status != InvoiceStatus::Paid)
    return refuseInvoice(invoice, u"invoice.not_open"_s,
                         u"Invoice %1 is %2; only an open or paid invoice can be credited."_s.arg(
                             invoice.number, toString(invoice.status)));
  if (invoice.writtenOff > 0)
    return fail(u"invoice.not_open"_s,
                u"%1 of invoice %2 is written off; it can no longer be voided or credited."_s.arg(
                    Money(invoice.writtenOff, invoice.currency).toString(), invoice.number));
  TENANTRY_TRY(lines, loadBilledLines(m_session, organization, id, applied->business.taxRates));
  return planCredit(invoice, lines, amount);
}

Result<> Corrections::credit(PlannedInvoice planned, const CreditNoteId &note,
                             const QString &reason) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(profile,
               organizations::OrganizationService(m_session).find(planned.invoice.organization));
  setIssueDates(planned.invoice, profile, *applied, m_session.clock.now());
  planned.invoice.id = InvoiceId(note.uuid());
  planned.reason = reason.trimmed();
  std::vector notes{std::move(planned)};
  std::vector<store::BulkEvent> events;
  TENANTRY_CHECK(InvoiceWriter(m_session, *applied).write(notes, events));
  return store::appendEventsBulk(m_session, events);
}

Result<PlannedInvoice> Corrections::planRefund(const OrganizationId &organization,
                                               const InvoiceId &id, std::int64_t amount,
                                               const QString &reason) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(invoice, BillingService(m_session, m_business).find(organization, id));
  if (invoice.status == InvoiceStatus::Draft || invoice.status == InvoiceStatus::Void)
    return refuseInvoice(invoice, u"invoice.not_open"_s,
                         u"Invoice %1 is %2; nothing was paid for it."_s.arg(
                             invoice.number, toString(invoice.status)));
  TENANTRY_TRY(profile, organizations::OrganizationService(m_session).find(organization));
  TENANTRY_TRY(lines, loadBilledLines(m_session, organization, id, applied->business.taxRates));
  std::int64_t left = 0;
  for (const auto &line : lines)
    left += line.state.left().total();
  const auto most = std::min(invoice.paid, left);
  if (amount > most)
    return fail(u"payment.refund_exceeds_paid"_s,
                u"%1 cannot be refunded on invoice %2: at most %3 of it is paid and "
                u"not yet credited."_s.arg(Money(amount, invoice.currency).toString(),
                                           invoice.number,
                                           Money(most, invoice.currency).toString()));
  TENANTRY_TRY(planned, planCredit(invoice, lines, amount));
  setIssueDates(planned.invoice, profile, *applied, m_session.clock.now());
  planned.invoice.id = makeId<InvoiceId>(m_session.clock.now());
  planned.credit = CreditSplit{{{id, amount}}, 0};
  planned.reason = reason;
  planned.isRefund = true;
  return planned;
}

Result<CreditNoteId> Corrections::refund(const OrganizationId &organization, const InvoiceId &id,
                                         std::int64_t amount, const QString &reason) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(planned, planRefund(organization, id, amount, reason));
  const CreditNoteId note(planned.invoice.id.uuid());
  std::vector notes{std::move(planned)};
  std::vector<store::BulkEvent> events;
  TENANTRY_CHECK(InvoiceWriter(m_session, *applied).write(notes, events));
  TENANTRY_CHECK(store::appendEventsBulk(m_session, events));
  return note;
}

Result<> Corrections::moveBalance(const OrganizationId &organization, const Money &amount,
                                  const QString &cause, const QUuid &document) {
  const Instant now = m_session.clock.now();
  TENANTRY_CHECK(m_session.database.execute("balance_move", {{"organization", organization},
                                                             {"movement", makeUuidV7(now)},
                                                             {"currency", amount.currency().code()},
                                                             {"amount", amount.minor()},
                                                             {"cause", cause},
                                                             {"document", document},
                                                             {"now", now}}));
  return {};
}

} // namespace tenantry::billing
