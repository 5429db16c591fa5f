// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/onboarding.h"
#include "services/organizations/listing.h"

namespace tenantry::organizations {

Result<StuckOnboardings> stuckSince(store::Session &session, Instant before, int rows) {
  ListQuery query;
  query.sort = Sort::Created;
  query.narrowed = Narrowed::Stuck;
  query.createdBefore = before;
  query.pageSize = rows;
  OrganizationListing listing(session);
  StuckOnboardings stuck;
  TENANTRY_TRY(count, listing.count(query));
  TENANTRY_TRY(page, listing.page(query));
  stuck.count = count;
  for (auto &row : page.rows)
    stuck.rows.push_back({row.id, std::move(row.name), std::move(row.email), row.createdAt});
  return stuck;
}

} // namespace tenantry::organizations
