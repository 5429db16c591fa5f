// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/business/apply.h"

#include "services/business/applied_reader.h"
#include "services/business/loader.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::business {

namespace {

// Compared as facts: the order of prices and charges in a file is none.
bool isSameDefinition(const Plan &a, const Plan &b) {
  Business before;
  Business after;
  before.plans[a.id] = a;
  after.plans[b.id] = b;
  return a == b || difference(before, after).empty();
}

QString digestOf(const store::Json &document) {
  const auto text = document.dump();
  const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
  return QString::fromLatin1(
      QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex());
}

Result<> refuseBy(const RefusalCheck &check, const Applied &before, const Business &after) {
  if (!check)
    return {};
  TENANTRY_TRY(refusals, check(before, after));
  if (refusals.empty())
    return {};
  QStringList sentences;
  for (const auto &refusal : refusals)
    sentences.push_back(refusal.message);
  return fail(u"business.refused"_s, sentences.join(u'\n'));
}

} // namespace

std::vector<PlanVersion> newPlanVersions(const Applied &before, const Business &after,
                                         Instant now) {
  const auto newest = newestVersions(before);
  std::vector<PlanVersion> added;
  for (const auto &[planId, plan] : after.plans) {
    const auto known = newest.find(planId);
    if (known == newest.end())
      added.push_back({makeId<PlanVersionId>(now), 1, plan});
    else if (!isSameDefinition(known->second->plan, plan))
      added.push_back({makeId<PlanVersionId>(now), known->second->number + 1, plan});
  }
  return added;
}

Result<ApplyReport> BusinessApply::apply(const Business &business, const QString &author,
                                         const RefusalCheck &check) {
  return m_session.database.transaction([&]() -> Result<ApplyReport> {
    TENANTRY_CHECK(m_session.database.execute("business_lock"));
    TENANTRY_TRY(latest, latestVersion(m_session));
    TENANTRY_TRY(before, readApplied(m_session, latest.version));
    ApplyReport report;
    report.version = before.version;
    report.changes = difference(before.business, business);
    if (before.version > 0 && report.changes.empty())
      return report;
    TENANTRY_CHECK(refuseBy(check, before, business));
    report.version = before.version + 1;
    report.applied = true;
    report.newPlanVersions = newPlanVersions(before, business, m_session.clock.now());
    TENANTRY_CHECK(write(business, author, report));
    return report;
  });
}

Result<> BusinessApply::write(const Business &business, const QString &author,
                              const ApplyReport &report) {
  const Instant now = m_session.clock.now();
  const store::Json document = toJson(business);
  TENANTRY_CHECK(m_session.database.execute("business_version_add", {{"version", report.version},
                                                                     {"document", document},
                                                                     {"digest", digestOf(document)},
                                                                     {"author", author},
                                                                     {"now", now}}));
  for (const auto &version : report.newPlanVersions)
    TENANTRY_CHECK(
        m_session.database.execute("plan_version_add", {{"id", version.id},
                                                        {"plan", version.plan.id},
                                                        {"version", version.number},
                                                        {"definition", toJson(version.plan)},
                                                        {"now", now}}));
  return {};
}

} // namespace tenantry::business
