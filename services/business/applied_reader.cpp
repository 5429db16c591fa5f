// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/applied_reader.h"

#include "services/business/loader.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {

namespace {

Result<> readPlanVersions(store::Session &session, Applied &applied) {
  TENANTRY_TRY(rows, session.database.query("plan_versions"));
  for (const auto row : rows) {
    const auto [id, planId, number, definition] =
        row.as<PlanVersionId, QString, std::int64_t, store::Json>();
    TENANTRY_TRY(plan, planFromJson(definition));
    applied.planVersions[id] = {id, number, std::move(plan)};
  }
  return {};
}

} // namespace

Result<VersionMark> latestVersion(store::Session &session) {
  TENANTRY_TRY(rows, session.database.query("business_latest"));
  if (rows.isEmpty())
    return VersionMark{};
  return VersionMark{rows[0].get<std::int64_t>(0), rows[0].get<QString>(1)};
}

Result<Applied> readApplied(store::Session &session, std::int64_t version) {
  Applied applied;
  applied.version = version;
  TENANTRY_CHECK(readPlanVersions(session, applied));
  if (version == 0)
    return applied;
  TENANTRY_TRY(rows, session.database.query("business_document", {{"version", version}}));
  if (rows.isEmpty())
    return fail(u"business.version_unknown"_s,
                u"There is no version %1 of the business."_s.arg(version));
  TENANTRY_TRY(business, fromJson(rows[0].get<store::Json>(0)));
  applied.business = std::move(business);
  for (const auto &[planId, newest] : newestVersions(applied))
    if (applied.business.plans.contains(planId))
      applied.current[planId] = newest->id;
  return applied;
}

std::map<QString, const PlanVersion *> newestVersions(const Applied &applied) {
  std::map<QString, const PlanVersion *> newest;
  for (const auto &[id, version] : applied.planVersions) {
    auto &slot = newest[version.plan.id];
    if (slot == nullptr || slot->number < version.number)
      slot = &version;
  }
  return newest;
}

} // namespace tenantry::business
