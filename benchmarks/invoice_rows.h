// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/database.h"

namespace tenantry::benchmarks {

/// So many invoices with what lists show of them, and nothing else, as many for each of the
/// organizations that are there. As the superuser.
[[nodiscard]] Result<> fillInvoices(store::Database &owner, int count);

} // namespace tenantry::benchmarks
