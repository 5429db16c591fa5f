// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/due_book.h"

/// A closed part in which nothing was counted has no total, and may have been billed all the same:
/// for a value that it began with, a minimum, a flat amount. What comes late to it is the
/// difference to that.
namespace tenantry::billing {

using LateUsage = DueBook::ByOrganization<std::vector<PartUsage>>;

/// Adds the closed parts that began with a value which is another now.
[[nodiscard]] Result<> loadFollowing(store::Session &session, const business::Applied &applied,
                                     LateUsage &late);

/// Asks the lines of those whose totals say that nothing was billed.
[[nodiscard]] Result<> loadUnsaid(store::Session &session, const business::Applied &applied,
                                  LateUsage &late);

} // namespace tenantry::billing
