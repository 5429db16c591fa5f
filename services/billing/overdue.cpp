// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/overdue.h"

namespace tenantry::billing {

Result<OverdueSum> overdueNow(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("invoices_overdue_totals",
                                            {{"before", session.clock.now()},
                                             {"most", InvoiceListing::countLimit + 1}}));
  OverdueSum sum;
  for (const auto row : rows) {
    TENANTRY_TRY(currency, Currency::parse(row.get<QString>(0)));
    sum.count += row.get<std::int64_t>(1);
    sum.due[currency] = row.get<std::int64_t>(2);
  }
  return sum;
}

} // namespace tenantry::billing
