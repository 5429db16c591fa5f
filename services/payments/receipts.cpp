// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/receipts.h"
#include <set>

namespace tenantry::payments {

namespace {
constexpr std::int64_t mostAttempts = 10'000;
}

Result<Receipts> receivedSince(store::Session &session, Instant since) {
  TENANTRY_TRY(rows, session.database.query("payments_received",
                                            {{"since", since}, {"now", session.clock.now()}}));
  Receipts receipts;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    receipts.count += row.get<std::int64_t>(1);
    receipts.amounts[currency] = row.get<std::int64_t>(2);
  }
  return receipts;
}

Result<FailedPayments> failedSince(store::Session &session, Instant since) {
  TENANTRY_TRY(
      rows, session.database.query("payments_failed", {{"since", since}, {"most", mostAttempts}}));
  FailedPayments failed;
  std::set<std::pair<OrganizationId, InvoiceId>> known;
  std::int64_t attempts = 0;
  for (const auto row : rows) {
    ++attempts;
    const auto organization = row.get<OrganizationId>(0);
    const auto invoice = row.get<InvoiceId>(1);
    if (!known.emplace(organization, invoice).second)
      continue;
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(5)));
    failed.rows.push_back({organization, invoice, row.get<QString>(2), row.get<QString>(3),
                           Money(row.get<std::int64_t>(4), currency), row.get<QString>(6),
                           row.get<Instant>(7)});
  }
  failed.isAtLeast = attempts >= mostAttempts;
  return failed;
}

} // namespace tenantry::payments
