// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/applied.h"

#include "services/business/applied_reader.h"

#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::business {

namespace {

/// What was read lately, by whatever reader of this process: each job and each reaction to events
/// asks anew. Everything that is read is in the key.
class ReadLately {
public:
  std::shared_ptr<const Applied> find(const QString &key) {
    const std::lock_guard guard(m_mutex);
    for (const auto &[known, applied] : m_read)
      if (known == key)
        return applied;
    return {};
  }
  void add(const QString &key, std::shared_ptr<const Applied> applied) {
    constexpr std::size_t most = 4;
    const std::lock_guard guard(m_mutex);
    m_read.emplace_front(key, std::move(applied));
    if (m_read.size() > most)
      m_read.pop_back();
  }

private:
  std::mutex m_mutex;
  std::deque<std::pair<QString, std::shared_ptr<const Applied>>> m_read;
};

Result<std::shared_ptr<const Applied>> readOnce(store::Session &session,
                                                const VersionMark &latest) {
  static ReadLately lately;
  TENANTRY_TRY(rows, session.database.query("plan_versions_digest"));
  const auto key = u"%1 %2 %3"_s.arg(latest.version).arg(latest.digest, rows[0].get<QString>(0));
  if (auto known = lately.find(key))
    return known;
  TENANTRY_TRY(read, readApplied(session, latest.version));
  auto applied = std::make_shared<const Applied>(std::move(read));
  lately.add(key, applied);
  return applied;
}

} // namespace

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
  TENANTRY_TRY(applied, readOnce(session, latest));
  m_applied = std::move(applied);
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
