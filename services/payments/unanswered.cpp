// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/unanswered.h"

namespace tenantry::payments {

Result<std::vector<Unanswered>> unanswered(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("payments_unanswered"));
  std::vector<Unanswered> all;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(6)));
    TENANTRY_TRY(status, parseAttemptStatus(row.get<QString>(7)));
    all.push_back({row.get<OrganizationId>(0), row.get<QString>(1) == QLatin1StringView("refund"),
                   row.get<QUuid>(2), row.get<QString>(3), row.get<QString>(4),
                   Money(row.get<std::int64_t>(5), currency), status, row.get<QString>(8),
                   row.get<int>(9), row.get<Instant>(10)});
  }
  return all;
}

Result<std::optional<LastTry>> lastTryOf(store::Session &session,
                                         const billing::InvoiceKey &invoice) {
  TENANTRY_TRY(rows,
               session.database.query("payment_last_try", {{"organization", invoice.organization},
                                                           {"invoice", invoice.invoice}}));
  if (rows.isEmpty())
    return std::optional<LastTry>();
  const auto row = rows[0];
  TENANTRY_TRY(currency, Currency::parse(row.get<QString>(2)));
  TENANTRY_TRY(status, parseAttemptStatus(row.get<QString>(3)));
  return std::optional(
      LastTry{row.get<PaymentAttemptId>(0), Money(row.get<std::int64_t>(1), currency), status,
              row.get<QString>(4), row.get<QString>(5), row.get<Instant>(6), row.get<bool>(7)});
}

} // namespace tenantry::payments
