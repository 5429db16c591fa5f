// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/scenarios/demo_company.h"
#include "services/store/session.h"

/// A believable book to look around in, made through the services day by day as if it had happened.
namespace tenantry::scenarios {

struct DemoReport {
  std::int64_t organizations = 0;
  std::int64_t cancellations = 0;
  std::int64_t usageEvents = 0;
  std::int64_t invoices = 0;
  std::int64_t payments = 0; ///< attempts and transfers
};

/// How many days of how many are done; says whether to go on.
using DemoProgress = std::function<bool(int done, int total)>;

/// Fills an empty book with the months before `end`: organizations that join, use, pay or fail to,
/// and leave. The same seed and end give the same book but for ids. One transaction: the book is
/// there whole or not at all, whatever is killed meanwhile. Waits for another filling of the same
/// database. Errors `demo.not_empty`, `demo.size_invalid`, `demo.cancelled`,
/// `business.not_applied`.
[[nodiscard]] Result<DemoReport> fillDemoBook(store::Database &database, const DemoSize &size,
                                              Instant end, const DemoProgress &progress = {});

} // namespace tenantry::scenarios
