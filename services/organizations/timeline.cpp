// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/timeline.h"

namespace tenantry::organizations {

Result<std::vector<TimelineEntry>> latestOf(store::Session &session,
                                            const OrganizationId &organization, int count) {
  TENANTRY_TRY(rows, session.database.query("organization_timeline",
                                            {{"organization", organization}, {"count", count}}));
  std::vector<TimelineEntry> entries;
  for (const auto row : rows) {
    auto [type, at, actor, payload] = row.as<QString, Instant, QString, nlohmann::json>();
    entries.push_back({std::move(type), at, std::move(actor), std::move(payload)});
  }
  return entries;
}

} // namespace tenantry::organizations
