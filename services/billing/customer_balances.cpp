// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/customer_balances.h"

namespace tenantry::billing {

Result<bool> readCustomerBalances(store::Session &session, std::optional<LocalDay> asOf,
                                  const std::function<void(const CustomerBalance &)> &take,
                                  const BookProgress &goOn) {
  const auto some = [&](const std::vector<OrganizationId> &organizations) -> Result<> {
    const store::Parameter whose{"organizations", organizations};
    TENANTRY_TRY(
        rows, asOf ? session.database.query("ledger_customer_balances_on", {whose, {"day", *asOf}})
                   : session.database.query("ledger_customer_balances", {whose}));
    for (const auto row : rows) {
      TENANTRY_TRY(currency, Currency::parse(row.get<QString>(2)));
      take({row.get<QString>(0), row.get<OrganizationId>(1),
            Money(row.get<std::int64_t>(3), currency)});
    }
    return {};
  };
  return forOrganizations(session, some, goOn);
}

} // namespace tenantry::billing
