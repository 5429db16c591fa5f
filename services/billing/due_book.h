// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"
#include <unordered_map>

namespace tenantry::billing {

/// What one organization's usage has come to in one part, in the metric's smallest unit.
struct PartTotal {
  std::int64_t quantity = 0;
  std::int64_t billedQuantity = 0;
};

/// A part of usage with what was counted in it.
struct PartUsage {
  subscriptions::UsagePart part;
  std::map<QString, PartTotal> totals; ///< by metric
};

/// Everything beside the subscriptions that their invoices need, for a chunk of organizations at
/// once.
struct DueBook {
  template <typename T> using ByOrganization = std::unordered_map<OrganizationId, T>;
  ByOrganization<std::vector<PartUsage>> open;             ///< parts that no invoice has closed
  ByOrganization<std::vector<PartUsage>> late;             ///< closed ones that usage came to after
  ByOrganization<std::map<QString, std::int64_t>> carried; ///< last values from before those
  ByOrganization<std::map<Currency, std::int64_t>> balances; ///< what we owe them, minor units
};

[[nodiscard]] Result<DueBook> loadDueBook(store::Session &session,
                                          const std::vector<OrganizationId> &organizations,
                                          const business::Applied &applied);

} // namespace tenantry::billing
