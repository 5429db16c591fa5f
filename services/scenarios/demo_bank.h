// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/payments/bank_entry.h"

namespace tenantry::scenarios {

/// A transfer whose payer forgot to say what it is for.
struct DemoTransfer {
  QString payer;
  Money amount;
};

/// What came in by bank on that day and waits for a person, a statement for each currency: the
/// transfers, and what the bank took for keeping the account.
[[nodiscard]] std::vector<payments::BankStatement>
demoStatements(const std::vector<DemoTransfer> &transfers, LocalDay day);

} // namespace tenantry::scenarios
