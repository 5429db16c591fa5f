// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"

#include "services/billing/document_numbers.h"
#include "services/billing/ledger.h"
#include "services/billing/paid_event.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

Result<> giveToBalance(store::Session &session, const PlannedInvoice &note) {
  if (note.credit->toBalance == 0)
    return {};
  const Instant now = session.clock.now();
  TENANTRY_CHECK(
      session.database.execute("balance_move", {{"organization", note.invoice.organization},
                                                {"movement", makeUuidV7(now)},
                                                {"currency", note.invoice.currency.code()},
                                                {"amount", note.credit->toBalance},
                                                {"cause", u"credit_note"_s},
                                                {"document", note.invoice.id},
                                                {"now", now}}));
  return {};
}

/// Number and total of the invoice, what of it was given up, and whether that settled it; nothing
/// where it takes no such credit any more.
using Lowered = Result<std::optional<std::tuple<QString, std::int64_t, std::int64_t, bool>>>;

Lowered lower(store::Session &session, const PlannedInvoice &note, const InvoiceId &invoice,
              std::int64_t amount) {
  const auto &organization = note.invoice.organization;
  if (note.isRefund)
    return session.database.one<QString, std::int64_t, std::int64_t, bool>(
        "invoice_refund",
        {{"organization", organization}, {"invoice", invoice}, {"amount", amount}});
  return session.database.one<QString, std::int64_t, std::int64_t, bool>(
      "invoice_credit", {{"organization", organization},
                         {"invoice", invoice},
                         {"amount", amount},
                         {"now", session.clock.now()}});
}

Result<> lowerInvoices(store::Session &session, const PlannedInvoice &note,
                       std::vector<store::NewEvent> &paid) {
  for (const auto &[invoice, amount] : note.credit->reduces) {
    TENANTRY_TRY(lowered, lower(session, note, invoice, amount));
    if (!lowered)
      return fail(u"store.conflict"_s,
                  u"Someone else settled an invoice at the same moment; look at it again."_s);
    TENANTRY_CHECK(session.database.execute("credit_note_allocate",
                                            {{"organization", note.invoice.organization},
                                             {"note", note.invoice.id},
                                             {"invoice", invoice},
                                             {"amount", amount}}));
    const auto &[number, total, writtenOff, isSettled] = *lowered;
    if (isSettled)
      paid.push_back(paidEvent(invoice, number, Money(total, note.invoice.currency), writtenOff));
  }
  return {};
}

QString kindOf(const PlannedInvoice &note) {
  if (note.isRefund)
    return u"refund"_s;
  return note.invoice.kind == InvoiceKind::Change ? u"change"_s : u"by_hand"_s;
}

LedgerTransaction entriesOf(const PlannedInvoice &note) {
  const Invoice &head = note.invoice;
  if (note.isRefund)
    return {head.organization, head.currency, u"payment.refunded"_s, head.id.uuid(),
            paymentRefunded(-head.total, -head.tax)};
  return {head.organization, head.currency, u"credit_note.issued"_s, head.id.uuid(),
          creditNoteIssued(composed(note), {note.credit->reducesDue(), note.credit->toBalance})};
}

Result<> writeNote(store::Session &session, const PlannedInvoice &note, const QString &number) {
  const Invoice &head = note.invoice;
  TENANTRY_CHECK(
      session.database.execute("credit_note_add", {{"organization", head.organization},
                                                   {"note", head.id},
                                                   {"number", number},
                                                   {"kind", kindOf(note)},
                                                   {"subscription", head.subscription},
                                                   {"currency", head.currency.code()},
                                                   {"net", -head.net},
                                                   {"tax", -head.tax},
                                                   {"total", -head.total},
                                                   {"to_balance", note.credit->toBalance},
                                                   {"reverse_charge", head.reverseCharge},
                                                   {"customer", head.customer.toJson()},
                                                   {"reason", note.reason},
                                                   {"issued_on", *head.issuedOn},
                                                   {"now", session.clock.now()}}));
  return {};
}

} // namespace

Result<> writeCreditNotes(store::Session &session, const business::Applied &applied,
                          const std::vector<PlannedInvoice> &notes,
                          std::vector<store::BulkEvent> &events) {
  std::vector<LedgerTransaction> transactions;
  std::vector<DocumentOf> documents;
  for (const auto &note : notes) {
    const Invoice &head = note.invoice;
    transactions.push_back(entriesOf(note));
    documents.push_back({head.organization, head.id.uuid()});
    TENANTRY_CHECK(giveToBalance(session, note));
  }
  TENANTRY_CHECK(book(session, transactions, applied.zone()));
  TENANTRY_TRY(numbers, takeDocumentNumbers(session, applied, Series::CreditNote, documents));
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Invoice &head = notes[i].invoice;
    std::vector<store::NewEvent> paid;
    TENANTRY_CHECK(writeNote(session, notes[i], numbers[i]));
    TENANTRY_CHECK(lowerInvoices(session, notes[i], paid));
    events.push_back({head.organization,
                      {u"invoice.credited"_s,
                       {{"credit_note", head.id},
                        {"number", numbers[i]},
                        {"total", -head.total},
                        {"to_balance", notes[i].credit->toBalance},
                        {"currency", head.currency.code()}}}});
    for (auto &event : paid)
      events.push_back({head.organization, std::move(event)});
  }
  return {};
}

} // namespace tenantry::billing
