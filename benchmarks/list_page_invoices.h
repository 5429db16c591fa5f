// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/bench.h"

namespace tenantry::benchmarks {

/// Pages of 100 issued invoices per second through InvoiceListing, as `listPage` does it: in every
/// order and filter that is offered, and by the beginning of the number. Size: invoices, 5,000,000
/// where not given, fifty of an organization.
[[nodiscard]] Result<Comparison> listPageOfInvoices(const BenchOptions &options);

} // namespace tenantry::benchmarks
