// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/credit_notes.h"

#include "services/billing/stored_invoice.h"

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

Result<CreditNote> readNote(const store::Row &row) {
  CreditNote note;
  note.organization = row.get<OrganizationId>(0);
  note.id = row.get<CreditNoteId>(1);
  note.number = row.get<QString>(2);
  note.kind = row.get<QString>(3);
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(4)));
  note.currency = currency;
  note.net = row.get<std::int64_t>(5);
  note.tax = row.get<std::int64_t>(6);
  note.total = row.get<std::int64_t>(7);
  note.toBalance = row.get<std::int64_t>(8);
  note.reverseCharge = row.get<bool>(9);
  note.customer = DocumentCustomer::fromJson(row.get<Json>(10));
  note.reason = row.get<QString>(11);
  note.issuedOn = row.get<LocalDay>(12);
  note.createdAt = row.get<Instant>(13);
  note.corrects = row.get<QString>(14).split(u'\n', Qt::SkipEmptyParts);
  return note;
}

Result<std::vector<CreditNote>> loadNotes(store::Session &session, const char *query,
                                          std::initializer_list<store::Parameter> parameters) {
  TENANTRY_TRY(rows, session.database.query(query, parameters));
  std::vector<CreditNote> notes;
  for (const auto row : rows) {
    TENANTRY_TRY(note, readNote(row));
    notes.push_back(std::move(note));
  }
  return notes;
}

} // namespace

Result<CreditNote> findCreditNote(store::Session &session, const OrganizationId &organization,
                                  const CreditNoteId &id) {
  TENANTRY_TRY(found, loadNotes(session, "credit_note_by_id",
                                {{"organization", organization}, {"note", id}}));
  if (found.empty())
    return fail(u"credit_note.not_found"_s, u"There is no credit note %1."_s.arg(id.toString()));
  return found.front();
}

Result<CreditNote> findCreditNote(store::Session &session, const QString &number) {
  TENANTRY_TRY(key, (session.database.one<OrganizationId, CreditNoteId>("credit_note_key_by_number",
                                                                        {{"number", number}})));
  if (!key)
    return fail(u"credit_note.not_found"_s,
                u"There is no credit note with the number %1."_s.arg(number));
  return findCreditNote(session, std::get<0>(*key), std::get<1>(*key));
}

Result<std::vector<CreditNote>> creditNotesOf(store::Session &session,
                                              const OrganizationId &organization) {
  return loadNotes(session, "credit_notes_of_organization", {{"organization", organization}});
}

Result<std::vector<CreditNote>> creditNotesOfInvoice(store::Session &session,
                                                     const OrganizationId &organization,
                                                     const InvoiceId &invoice) {
  return loadNotes(session, "credit_notes_of_invoice",
                   {{"organization", organization}, {"invoice", invoice}});
}

Result<std::vector<StoredLine>> creditNoteLines(store::Session &session,
                                                const OrganizationId &organization,
                                                const CreditNoteId &id) {
  TENANTRY_TRY(rows, session.database.query("credit_note_lines",
                                            {{"organization", organization}, {"note", id}}));
  std::vector<StoredLine> lines;
  for (const auto row : rows)
    lines.push_back(readLine(row));
  return lines;
}

Result<std::vector<LoweredInvoice>>
loweredBy(store::Session &session, const OrganizationId &organization, const CreditNoteId &id) {
  TENANTRY_TRY(rows, session.database.query("credit_note_lowers",
                                            {{"organization", organization}, {"note", id}}));
  std::vector<LoweredInvoice> lowered;
  for (const auto row : rows)
    lowered.push_back({row.get<QString>(0), row.get<std::int64_t>(1)});
  return lowered;
}

} // namespace tenantry::billing
