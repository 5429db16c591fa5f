// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/values.h"

namespace tenantry::billing {

/// Refuses an act on an invoice: with `sentence`, which calls it by its number. A draft has none
/// and is called by what it comes to and for whom.
[[nodiscard]] Failure refuseInvoice(const Invoice &invoice, const QString &code,
                                    const QString &sentence);

} // namespace tenantry::billing
