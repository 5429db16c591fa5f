// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/store/session.h"
#include "services/subscriptions/mrr.h"
#include "services/subscriptions/values.h"

/// What lies behind and ahead of the book: figures for whoever looks at it in the morning.
namespace tenantry::subscriptions {

/// How MRR moved in a calendar month of the business, in twelfths of a minor unit (ANA-2).
struct MrrMonth {
  LocalDay month{}; ///< its first day
  std::int64_t opening = 0;
  std::map<MrrMovementKind, std::int64_t> movements; ///< those there were
  std::int64_t closing = 0;
};

/// The movements of each month by its first day. Those of months that are over are only added to by
/// an import.
using MrrMovements =
    std::map<Currency, std::map<LocalDay, std::map<MrrMovementKind, std::int64_t>>>;

/// From the beginning of a month to the end of a day; no month: from the first movement on.
[[nodiscard]] Result<MrrMovements> mrrMovements(store::Session &session,
                                                std::optional<LocalDay> from, LocalDay to);

/// The last `months` up to that day, oldest first, each without a gap.
[[nodiscard]] std::vector<MrrMonth>
mrrMonths(const std::map<LocalDay, std::map<MrrMovementKind, std::int64_t>> &movements,
          LocalDay today, int months);

[[nodiscard]] LocalDay firstOfMonth(LocalDay day);

inline constexpr std::int64_t mostCounted = 10'000;

/// How many subscriptions have an invoice or a boundary up to then, or are due for anything else
/// by now; at most `mostCounted` + 1.
[[nodiscard]] Result<std::int64_t> dueUntil(store::Session &session, Instant until);

} // namespace tenantry::subscriptions
