// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/receipts.h"
#include "services/payments/bank_listing.h"

namespace tenantry::payments {

namespace {

/// Currency, how many and what they come to.
Result<Receipts> receiptsOf(const store::Rows &rows) {
  Receipts receipts;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    receipts.count += row.get<std::int64_t>(1);
    receipts.amounts[currency] = row.get<std::int64_t>(2);
  }
  return receipts;
}

} // namespace

Result<Receipts> receivedSince(store::Session &session, Instant since) {
  TENANTRY_TRY(rows, session.database.query("payments_received",
                                            {{"since", since}, {"now", session.clock.now()}}));
  return receiptsOf(rows);
}

Result<Receipts> unmatchedNow(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("bank_entries_waiting_totals",
                                            {{"most", BankListing::countLimit + 1}}));
  return receiptsOf(rows);
}

} // namespace tenantry::payments
