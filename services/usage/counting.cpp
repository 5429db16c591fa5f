// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/counting.h"
#include "services/usage/alerts.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

Result<> checkCorrection(const UsageEvent &event, const business::Metric &metric,
                         const Corrected &corrected) {
  if (corrected.metric != event.metric)
    return refuseEvent(event, u"usage.not_found"_s,
                       u"The event “%1” that it corrects belongs to the metric “%2”, not "
                       u"to “%3”."_s.arg(event.corrects, corrected.metric, event.metric));
  const bool takesTooMuch =
      metric.aggregation != business::Aggregation::Unique && -event.quantity > corrected.quantity;
  if (corrected.isCorrection || takesTooMuch)
    return refuseEvent(event, u"usage.quantity_invalid"_s,
                       u"It takes away more than is left of the event “%1”."_s.arg(event.corrects));
  return {};
}

std::map<std::pair<OrganizationId, QString>, Corrected> byKey(std::vector<Corrected> found) {
  std::map<std::pair<OrganizationId, QString>, Corrected> all;
  for (auto &corrected : found)
    all.emplace(std::pair(corrected.organization, corrected.key), std::move(corrected));
  return all;
}

bool isLess(const std::vector<PlannedEvent> &events) {
  return std::all_of(events.begin(), events.end(),
                     [](const auto &planned) { return !planned.event->corrects.isEmpty(); });
}

/// The parts that something new came to when they were over.
struct LateParts {
  std::vector<OrganizationId> organizations;
  std::vector<Instant> parts;

  LateParts(const std::vector<PlannedEvent> &sorted, const PartBook &book, Instant now) {
    const PlannedEvent *before = nullptr; // mostly of the same part
    for (const auto &planned : sorted) {
      if (planned.repeated || planned.part == noPart)
        continue;
      const auto *last = std::exchange(before, &planned);
      if (!last || last->part != planned.part ||
          last->event->organization != planned.event->organization)
        add(planned.event->organization, planned.part, book, now);
    }
  }

  /// They are asked for already.
  void leaveOut(const std::set<OrganizationId> &asked) {
    LateParts left;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!asked.contains(organizations[i])) {
        left.organizations.push_back(organizations[i]);
        left.parts.push_back(parts[i]);
      }
    *this = std::move(left);
  }

private:
  LateParts() = default;
  void add(const OrganizationId &organization, Instant from, const PartBook &book, Instant now) {
    const Part *part = book.beginningAt(organization, from);
    if (part && part->to > now)
      return;
    organizations.push_back(organization);
    parts.push_back(from);
  }
};

Corrected asCorrected(const PlannedEvent &planned) {
  const UsageEvent &event = *planned.event;
  return {event.organization, event.key,    event.metric,
          event.quantity,     planned.part, !event.corrects.isEmpty()};
}

} // namespace

Result<> Counting::check(const std::vector<UsageEvent> &events, Age age, PlannedBatch &batch) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  batch.applied = applied;
  batch.isHistory = age == Age::Any;
  const auto acceptance = acceptanceAt(m_session.clock.now(), applied->business, age);
  std::vector<PlannedEvent> planned;
  planned.reserve(events.size());
  for (const auto &event : events) {
    TENANTRY_TRY(metric, checkEvent(event, applied->business, acceptance));
    planned.push_back({&event, metric});
  }
  batch.events = withoutRepeats(std::move(planned));
  batch.repeated = static_cast<std::int64_t>(events.size() - batch.events.size());
  return {};
}

Result<PlannedBatch> Counting::plan(const std::vector<UsageEvent> &events, Age age) {
  PlannedBatch batch;
  TENANTRY_CHECK(check(events, age, batch));
  if (batch.events.empty())
    return batch;
  TENANTRY_CHECK(loadParts(batch));
  assignParts(batch.events, batch.parts, m_session.clock.now());
  TENANTRY_CHECK(assignCorrections(batch.events));
  return batch;
}

Result<> Counting::loadParts(PlannedBatch &batch) {
  const auto organizations = organizationsOf(batch.events);
  Instant since = Instant::max();
  for (const auto &planned : batch.events)
    since = std::min(since, planned.event->occurredAt);
  TENANTRY_TRY(parts, UsageRepository(m_session).parts(organizations, since));
  batch.parts = PartBook(std::move(parts));
  const auto late = beyondTheirParts(batch.events, batch.parts);
  if (late.empty())
    return {};
  TENANTRY_TRY(book, rolled(late, organizations, since));
  batch.parts = std::move(book);
  return {};
}

Result<PartBook> Counting::rolled(const std::vector<OrganizationId> &late,
                                  const std::vector<OrganizationId> &organizations, Instant since) {
  UsageRepository repository(m_session);
  TENANTRY_CHECK(repository.requireOrganizations(late));
  TENANTRY_CHECK(subscriptions::SubscriptionService(m_session, m_business).rollPeriods(late));
  TENANTRY_TRY(parts, repository.parts(organizations, since));
  return PartBook(std::move(parts));
}

// A correction goes where the event is that it corrects, in this batch or before. One that is sent
// again has taken its part already.
Result<> Counting::assignCorrections(std::vector<PlannedEvent> &events) {
  std::vector<OrganizationId> organizations;
  std::vector<QString> corrections, keys;
  for (const auto &planned : events)
    if (!planned.event->corrects.isEmpty()) {
      organizations.push_back(planned.event->organization);
      keys.push_back(planned.event->corrects);
      corrections.push_back(planned.event->key);
    }
  if (keys.empty())
    return {};
  UsageRepository repository(m_session);
  TENANTRY_TRY(sentBefore, repository.stored(organizations, corrections));
  TENANTRY_TRY(found, repository.corrected(organizations, keys));
  auto known = byKey(std::move(found));
  for (auto &planned : events) {
    const UsageEvent &event = *planned.event;
    if (event.corrects.isEmpty())
      continue;
    auto corrected = known.find({event.organization, event.corrects});
    const PlannedEvent *here = findEvent(events, event.organization, event.corrects);
    if (corrected == known.end() && here)
      corrected =
          known.emplace(std::pair(event.organization, event.corrects), asCorrected(*here)).first;
    if (corrected == known.end())
      return refuseEvent(event, u"usage.not_found"_s,
                         u"There is no event “%1” to correct."_s.arg(event.corrects));
    planned.part = corrected->second.part;
    if (sentBefore.contains({event.organization, event.key}))
      continue;
    TENANTRY_CHECK(checkCorrection(event, *planned.metric, corrected->second));
    corrected->second.quantity += event.quantity;
  }
  return {};
}

Result<IngestReport> Counting::write(const PlannedBatch &batch) {
  UsageRepository repository(m_session);
  auto events = batch.events;
  TENANTRY_CHECK(repository.insert(events));
  if (!batch.isHistory)
    TENANTRY_CHECK(repository.noteLate(events, batch.parts));
  // The rows are locked before the totals, as a billing run does.
  LateParts late(events, batch.parts, m_session.clock.now());
  subscriptions::SubscriptionService billed(m_session, m_business);
  TENANTRY_TRY(asked, billed.billLate(late.organizations, late.parts));
  late.leaveOut(asked);
  TENANTRY_TRY(totals, addUp(events));
  TENANTRY_TRY(reached, repository.add(totals, batch.parts));
  // A run that the totals were waited for may have drafted them meanwhile: of history, too, which
  // counts where it meets a period of ours. Whoever was asked for before is left out.
  TENANTRY_CHECK(billed.billLate(late.organizations, late.parts));
  if (!isLess(events)) // what takes away reaches nothing
    TENANTRY_CHECK(raiseAlerts(m_session, reached));
  IngestReport report;
  for (const auto &planned : events)
    ++(planned.repeated ? report.repeated : report.counted);
  report.repeated += batch.repeated;
  return report;
}

Result<Instant> Counting::runningPeriod(const OrganizationId &organization) {
  const Instant now = m_session.clock.now();
  TENANTRY_TRY(parts, UsageRepository(m_session).parts({organization}, now));
  PartBook book(std::move(parts));
  if (now >= book.endOf(organization)) {
    auto again = rolled({organization}, {organization}, now);
    // For who may only read, the next period begins once a worker has begun it.
    if (!again && again.error().code != QLatin1StringView("store.forbidden"))
      return Failure(again.error());
    if (again)
      book = std::move(*again);
  }
  const Part *part = book.at(organization, now);
  return part ? part->periodFrom : noPart;
}

} // namespace tenantry::usage
