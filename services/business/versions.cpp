// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/versions.h"

#include "services/business/applied_reader.h"

namespace tenantry::business {

Result<std::vector<Version>> versions(store::Session &session, int limit) {
  TENANTRY_TRY(rows, session.database.query("business_versions", {{"limit", limit}}));
  std::vector<Version> all;
  for (const auto row : rows)
    all.push_back({row.get<std::int64_t>(0), row.get<QString>(1), row.get<Instant>(2)});
  return all;
}

Result<std::vector<Change>> changesOf(store::Session &session, std::int64_t version) {
  TENANTRY_TRY(after, readApplied(session, version));
  if (version == 1) {
    auto changes = difference(Business{}, after.business);
    for (auto &change : changes) { // to no business at all
      change.kind = Change::Kind::Added;
      change.before.clear();
    }
    return changes;
  }
  TENANTRY_TRY(before, readApplied(session, version - 1));
  return difference(before.business, after.business);
}

} // namespace tenantry::business
