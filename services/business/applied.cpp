// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/applied.h"

#include "services/business/applied_reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::business {

const PlanVersion &Applied::planVersion(const PlanVersionId &id) const {
  const auto found = planVersions.find(id);
  if (found == planVersions.end())
    throw ProgrammingError("the applied business has no plan version " +
                           id.toString().toStdString());
  return found->second;
}

Result<const PlanVersion *> Applied::currentPlan(const QString &planId) const {
  const auto found = current.find(planId);
  if (found == current.end())
    return fail(u"plan.unknown"_s, u"There is no plan “%1” on sale."_s.arg(planId));
  return &planVersion(found->second);
}

Zone Applied::zone() const { return Zone::find(business.timeZone).value_or(Zone()); }

Result<std::shared_ptr<const Applied>> AppliedBusiness::current(store::Session &session) {
  TENANTRY_TRY(latest, latestVersion(session));
  if (m_applied && m_applied->version == latest.version && m_digest == latest.digest)
    return m_applied;
  TENANTRY_TRY(applied, readApplied(session, latest.version));
  m_applied = std::make_shared<const Applied>(std::move(applied));
  m_digest = latest.digest;
  return m_applied;
}

Result<std::shared_ptr<const Applied>> AppliedBusiness::at(store::Session &session,
                                                           Instant instant) {
  TENANTRY_TRY(now, current(session));
  TENANTRY_TRY(rows, session.database.query("business_version_at", {{"at", instant}}));
  const auto version = rows.isEmpty() ? now->version : rows[0].get<std::int64_t>(0);
  if (version == now->version)
    return now;
  TENANTRY_TRY(then, readApplied(session, version));
  return std::make_shared<const Applied>(std::move(then));
}

} // namespace tenantry::business
