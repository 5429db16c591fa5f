// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/service.h"
#include "services/store/events.h"
#include "services/usage/counting.h"
#include "services/usage/event_rows.h"
#include "services/usage/measures.h"
#include "services/usage/usage_repository.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

Result<Quota> standingOf(store::Session &session, const OrganizationId &organization,
                         Instant period, const business::Metric &metric) {
  TENANTRY_TRY(quotas,
               UsageRepository(session).standing(organization, period, {{metric.id, metric}}));
  return quotas.front();
}

Instant periodOf(const PlannedBatch &batch) {
  const auto &planned = batch.events.front();
  const Part *part = batch.parts.beginningAt(planned.event->organization, planned.part);
  return part ? part->periodFrom : noPart;
}

bool runsNow(const PlannedBatch &batch, Instant period, Instant now) {
  const Part *part = batch.parts.at(batch.events.front().event->organization, now);
  return part && part->periodFrom == period;
}

/// Whoever takes from the same event at once waits, and sees then what is left of it. Most batches
/// take nothing back, and lock nobody.
std::vector<OrganizationId> whoseAreCorrected(const std::vector<UsageEvent> &events) {
  std::set<OrganizationId> organizations;
  for (const auto &event : events)
    if (!event.corrects.isEmpty())
      organizations.insert(event.organization);
  return {organizations.begin(), organizations.end()};
}

// What does not raise the use any further is counted, however high it stands.
Result<> checkLimit(const PlannedEvent &planned, const Quota &before, const Quota &after) {
  if (after.allows(0) || after.used <= before.used)
    return {};
  const auto &metric = *planned.metric;
  return refuseEvent(*planned.event, u"quota.exceeded"_s,
                     exceeded(before, after.used - before.used, metric));
}

} // namespace

Result<IngestReport> UsageService::ingest(std::vector<UsageEvent> events, Age age) {
  const auto count = [&]() -> Result<IngestReport> {
    Counting counting(m_session, m_business);
    TENANTRY_TRY(batch, counting.plan(events, age));
    if (batch.events.empty())
      return IngestReport{};
    return m_session.database.transaction([&] { return counting.write(batch); });
  };
  const auto corrected = whoseAreCorrected(events);
  if (!corrected.empty())
    return m_session.database.transaction([&]() -> Result<IngestReport> {
      TENANTRY_CHECK(
          m_session.database.query("lock_organizations", {{"organizations", corrected}}));
      return count();
    });
  return count();
}

Result<Quota> UsageService::record(const UsageEvent &event) {
  const std::vector<UsageEvent> events{event};
  return m_session.database.transaction([&]() -> Result<Quota> {
    TENANTRY_CHECK(store::lockOrganization(m_session, event.organization));
    Counting counting(m_session, m_business);
    TENANTRY_TRY(batch, counting.plan(events));
    const auto &planned = batch.events.front();
    const Instant period = periodOf(batch);
    const auto standing = [&](Instant of) {
      return standingOf(m_session, event.organization, of, *planned.metric);
    };
    TENANTRY_TRY(before, standing(period));
    TENANTRY_TRY(report, counting.write(batch));
    TENANTRY_TRY(after, standing(period));
    if (report.counted > 0)
      TENANTRY_CHECK(checkLimit(planned, before, after));
    if (runsNow(batch, period, m_session.clock.now()))
      return after;
    TENANTRY_TRY(running, counting.runningPeriod(event.organization));
    return standing(running);
  });
}

Result<> UsageService::correct(const UsageEvent &event) {
  if (event.corrects.isEmpty())
    return refuseEvent(event, u"usage.not_found"_s,
                       u"It does not name the event that it corrects."_s);
  std::vector<UsageEvent> events{event};
  if (event.occurredAt == Instant{})
    events.front().occurredAt = m_session.clock.now();
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, event.organization));
    Counting counting(m_session, m_business);
    TENANTRY_TRY(batch, counting.plan(events));
    TENANTRY_CHECK(counting.write(batch));
    return {};
  });
}

Result<Quota> UsageService::quota(const OrganizationId &organization, const QString &metric) {
  TENANTRY_TRY(found, findMetric(m_session, m_business, metric));
  TENANTRY_TRY(period, Counting(m_session, m_business).runningPeriod(organization));
  return standingOf(m_session, organization, period, found);
}

Result<std::vector<Quota>> UsageService::quotas(const OrganizationId &organization) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  TENANTRY_TRY(period, Counting(m_session, m_business).runningPeriod(organization));
  return UsageRepository(m_session).standing(organization, period, applied->business.metrics);
}

} // namespace tenantry::usage
