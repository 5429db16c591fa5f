// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

namespace tenantry::billing {

/// What a line of an invoice or credit note is as revenue, seen from a month. What is sold in
/// advance is revenue as the books have recognized it, everything else when it is booked. A void
/// invoice takes back in its month what was revenue before.
struct RevenueLine {
  OrganizationId organization;
  QString organizationName;
  QString document;
  int line = 0;
  QString kind; ///< of the line
  QString item;
  DayRange days{}; ///< that it is sold for; empty: none
  Money net;       ///< less its discounts
  Money before;    ///< revenue of the months before
  Money inMonth;
  Money after; ///< still to come at the month's end
};

/// Every line that is revenue of the month or still to come at its end, by organization, document
/// and line, to `take`. In each currency `inMonth` sums to what the month booked on the account
/// revenue, and `after` to the deferred revenue at its end (both credit). A month that is not
/// recognized yet has no revenue of what is sold in advance. Progress counts organizations; false:
/// it was told to stop.
[[nodiscard]] Result<bool> readRevenueLines(store::Session &session,
                                            business::AppliedBusiness &business,
                                            std::chrono::year_month month,
                                            const std::function<void(const RevenueLine &)> &take,
                                            const BookProgress &goOn = untilTheEnd());

} // namespace tenantry::billing
