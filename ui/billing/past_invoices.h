// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_sheet.h"
#include "ui/charts/chart_data.h"

namespace tenantry::ui {

/// What the invoices before this one came to, and this one at the right; `standsOut`: beside them.
[[nodiscard]] ChartData pastInvoices(const models::InvoiceSheet &sheet, bool standsOut,
                                     const QLocale &locale);

} // namespace tenantry::ui
