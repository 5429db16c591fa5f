// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/store/events.h"

namespace tenantry::billing {

/// A credit note as it is stored; amounts are positive.
struct CreditNote {
  CreditNoteId id;
  QString number;
  QString kind; ///< change, by_hand
  Currency currency;
  std::int64_t net = 0;
  std::int64_t tax = 0;
  std::int64_t total = 0;
  std::int64_t toBalance = 0; ///< what no open invoice took
  QString reason;
  LocalDay issuedOn{};
  Instant createdAt{};
};

[[nodiscard]] Result<std::vector<CreditNote>>
creditNotesOf(store::Session &session, const OrganizationId &organization); ///< oldest first

/// Issues them, whose lines are written already, in the running transaction: ledger, balance, what
/// is due of the invoices that they lower, and their numbers last. They are final at once, also
/// where invoices are reviewed first: what is owed to a customer waits for nobody. Appends to
/// `events` what is to be told. `store.conflict` if one of those invoices was settled meanwhile.
[[nodiscard]] Result<> writeCreditNotes(store::Session &session, const business::Applied &applied,
                                        const std::vector<PlannedInvoice> &notes,
                                        std::vector<store::BulkEvent> &events);

} // namespace tenantry::billing
