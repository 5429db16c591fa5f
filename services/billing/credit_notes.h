// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/store/events.h"

namespace tenantry::billing {

/// A credit note as it is stored; amounts are positive.
struct CreditNote {
  OrganizationId organization;
  CreditNoteId id;
  QString number;
  QString kind; ///< change, by_hand, refund
  Currency currency;
  std::int64_t net = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t toBalance = 0; ///< what no open invoice took
  bool reverseCharge = false;
  DocumentCustomer customer;
  QString reason;
  LocalDay issuedOn{};
  Instant createdAt{};
  QStringList corrects; ///< the numbers of the invoices whose lines it takes back

  [[nodiscard]] std::int64_t lowersInvoices() const { return total - toBalance; }
};

/// By how much a credit note lowered what was due of an invoice.
struct LoweredInvoice {
  QString number;
  std::int64_t amount = 0;
};

[[nodiscard]] Result<CreditNote>
findCreditNote(store::Session &session, const OrganizationId &organization, const CreditNoteId &id);
[[nodiscard]] Result<CreditNote>
findCreditNote(store::Session &session, const QString &number); ///< error `credit_note.not_found`
[[nodiscard]] Result<std::vector<CreditNote>>
creditNotesOf(store::Session &session, const OrganizationId &organization); ///< oldest first
[[nodiscard]] Result<std::vector<CreditNote>>
creditNotesOfInvoice(store::Session &session, const OrganizationId &organization,
                     const InvoiceId &invoice); ///< oldest first
/// With the signs of an invoice: what is taken back is negative.
[[nodiscard]] Result<std::vector<StoredLine>> creditNoteLines(store::Session &session,
                                                              const OrganizationId &organization,
                                                              const CreditNoteId &id);
[[nodiscard]] Result<std::vector<LoweredInvoice>>
loweredBy(store::Session &session, const OrganizationId &organization, const CreditNoteId &id);

/// Issues them, whose lines are written already, in the running transaction: ledger, balance, what
/// is due of the invoices that they lower, and their numbers last. They are final at once, also
/// where invoices are reviewed first: what is owed to a customer waits for nobody. Appends to
/// `events` what is to be told. One for a refund takes from what was paid, so that what is due
/// stays; its ledger entries are those of the money. `store.conflict` if one of those invoices was
/// settled meanwhile.
[[nodiscard]] Result<> writeCreditNotes(store::Session &session, const business::Applied &applied,
                                        const std::vector<PlannedInvoice> &notes,
                                        std::vector<store::BulkEvent> &events);

} // namespace tenantry::billing
