// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/invoice_listing.h"

namespace tenantry::billing {

/// What is overdue: the oldest `InvoiceListing::countLimit` invoices, and whether there are more.
struct OverdueSum {
  std::int64_t count = 0; ///< at most countLimit + 1, which means “more than countLimit”
  std::map<Currency, std::int64_t> due; ///< minor units, of those counted
};

[[nodiscard]] Result<OverdueSum> overdueNow(store::Session &session);

} // namespace tenantry::billing
