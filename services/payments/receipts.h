// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/store/session.h"

namespace tenantry::payments {

/// Money that came in, minor units by currency.
struct Receipts {
  std::int64_t count = 0;
  std::map<Currency, std::int64_t> amounts;
};

/// Payments received since then, as they came: what was refunded later is not taken off, what was
/// charged back is, and what was reversed was none.
[[nodiscard]] Result<Receipts> receivedSince(store::Session &session, Instant since);

/// What came and went by bank and is not assigned yet: the count is at most 10,001, which means
/// “more than 10,000”, and the sums, what went out negative, are of those counted.
[[nodiscard]] Result<Receipts> unmatchedNow(store::Session &session);

} // namespace tenantry::payments
