// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/ledger.h"

#include "services/billing/books.h"
#include "services/store/copy.h"

#include <algorithm>

namespace tenantry::billing {

Result<> book(store::Session &session, const std::vector<LedgerTransaction> &transactions,
              const Zone &businessZone, std::optional<LocalDay> on) {
  if (transactions.empty())
    return {};
  const Instant now = session.clock.now();
  const LocalDay day = on.value_or(businessZone.dayOf(now));
  store::CopyWriter copy(
      session.database, "ledger_entry",
      "organization_id, transaction_id, entry_no, account, amount, currency, booked_at, "
      "business_day, cause, document_id");
  for (const auto &transaction : transactions) {
    const QUuid id = makeUuidV7(now);
    const QString currency = transaction.currency.code();
    int number = 0;
    for (const auto &entry : transaction.entries) {
      copy.beginRow(10);
      copy.put(transaction.organization);
      copy.put(id);
      copy.putInt4(++number);
      copy.putUtf8(business::toWord(entry.account));
      copy.put(entry.amount);
      copy.put(currency);
      copy.put(now);
      copy.put(day);
      copy.put(transaction.cause);
      if (transaction.document.isNull())
        copy.putNull();
      else
        copy.put(transaction.document);
    }
  }
  TENANTRY_CHECK(copy.finish());
  return {};
}

Result<LocalDay> openDayFor(store::Session &session, const Zone &businessZone, LocalDay day) {
  TENANTRY_TRY(closed, closedThrough(session));
  const auto open = closed ? std::max(day, *closed + std::chrono::days(1)) : day;
  return std::min(open, businessZone.dayOf(session.clock.now()));
}

} // namespace tenantry::billing
