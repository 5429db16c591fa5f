// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/ledger_rules.h"
#include "services/core/id.h"
#include "services/store/session.h"

namespace tenantry::billing {

/// Entries that belong together and sum to zero.
struct LedgerTransaction {
  OrganizationId organization;
  Currency currency;
  QString cause;  ///< "invoice.finalized", "balance.applied", "payment.received", …
  QUuid document; ///< null: of none alone
  LedgerEntries entries;
};

/// Appends transactions to the ledger in one COPY, on that day of the business (none: today). The
/// database refuses one that does not sum to zero, and days of a month that is closed.
[[nodiscard]] Result<> book(store::Session &session,
                            const std::vector<LedgerTransaction> &transactions,
                            const Zone &businessZone, std::optional<LocalDay> on = {});

/// The day of the books for what a bank booked on `day`: that day, the first open one where its
/// month is closed, today where it is still to come.
[[nodiscard]] Result<LocalDay> openDayFor(store::Session &session, const Zone &businessZone,
                                          LocalDay day);

} // namespace tenantry::billing
