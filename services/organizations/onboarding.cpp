// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/onboarding.h"
#include "services/organizations/listing.h"

namespace tenantry::organizations {

Result<StuckOnboardings> stuckSince(store::Session &session, Instant before, int rows) {
  StuckOnboardings stuck;
  TENANTRY_TRY(counted, session.database.one<std::int64_t>(
                            "organizations_stuck_counted",
                            {{"before", before}, {"most", OrganizationListing::countLimit + 1}}));
  stuck.count = std::get<0>(counted.value());
  TENANTRY_TRY(
      found, session.database.query("organizations_stuck", {{"before", before}, {"count", rows}}));
  for (const auto row : found)
    stuck.rows.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<QString>(2),
                          row.get<Instant>(3)});
  return stuck;
}

} // namespace tenantry::organizations
