// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

namespace tenantry::payments {

/// The movements of MRR on these days as a CSV file, by currency, the latest first, as the page of
/// the figure lists them: how many, or -1 where it was told to stop. In each currency their
/// twelfths sum to how MRR changed.
[[nodiscard]] Result<std::int64_t>
exportMovements(store::Session &session, business::AppliedBusiness &business, const DayRange &days,
                const QString &path, const billing::BookProgress &goOn = billing::untilTheEnd());

} // namespace tenantry::payments
