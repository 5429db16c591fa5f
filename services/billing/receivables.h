// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/due_age.h"
#include "services/core/money.h"
#include "services/store/session.h"

namespace tenantry::billing {

struct Receivable {
  Currency currency;
  DueAge age = DueAge::NotDue;
  std::int64_t invoices = 0;
  std::int64_t due = 0; ///< minor units, Σ of what is open of them
};

/// What customers owe now, by currency and age; what is zero is left out.
[[nodiscard]] Result<std::vector<Receivable>> receivablesByAge(store::Session &session);

} // namespace tenantry::billing
