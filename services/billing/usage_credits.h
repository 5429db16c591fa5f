// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/planned_invoice.h"

namespace tenantry::billing {

[[nodiscard]] PlannedLine usageLine(const RatedUsage &usage);

/// Usage that came to less than was billed goes back as it was charged: line by line, the latest
/// first, with the discount and the tax of each, and of none more than is left of it (BILL-2). Each
/// carries its own part, as one may lower a draft and another stand on a document; what nothing is
/// left to credit of stays with one that stands. Of a draft each line gives what its own charge has
/// come to less. `billed`: the oldest first; `decimals`: of the metric.
void creditUsage(const RatedUsage &usage, const std::vector<BilledUsage> &billed, int decimals,
                 const std::map<InvoiceId, StoredDraft> &drafts, std::vector<PlannedLine> &sources);

} // namespace tenantry::billing
