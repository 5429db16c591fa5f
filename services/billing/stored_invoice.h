// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"
#include "services/store/rows.h"

/// Rows ↔ invoices; internal to this domain.
namespace tenantry::billing {

/// The columns of invoice_by_id and its sisters, in their order.
[[nodiscard]] Result<Invoice> readInvoice(const store::Row &row);
/// The columns of invoice_lines.
[[nodiscard]] StoredLine readLine(const store::Row &row);

/// A stored draft as the planner would have made it, so that it is finalized by the same code.
[[nodiscard]] PlannedInvoice asPlanned(Invoice invoice, const std::vector<StoredLine> &lines);

/// Dates and balance as of finalization. Takes what it uses out of `balances`.
void prepareFinal(PlannedInvoice &draft, const organizations::Organization &organization,
                  const business::Applied &applied, std::map<Currency, std::int64_t> &balances,
                  Instant now);

} // namespace tenantry::billing
