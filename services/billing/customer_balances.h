// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/books.h"

namespace tenantry::billing {

/// What we owe a customer in a currency.
struct CustomerBalance {
  QString organizationName;
  OrganizationId organization;
  Money amount;
};

/// As it stands now, or at the end of that day by the books, by organization and currency, to
/// `take`: those that are zero are left out. In each currency it sums to the credit of the account
/// `customer_balance` then. False: it was told to stop; progress counts organizations.
[[nodiscard]] Result<bool>
readCustomerBalances(store::Session &session, std::optional<LocalDay> asOf,
                     const std::function<void(const CustomerBalance &)> &take,
                     const BookProgress &goOn = untilTheEnd());

} // namespace tenantry::billing
