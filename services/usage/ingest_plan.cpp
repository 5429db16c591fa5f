// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/ingest_plan.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

constexpr std::chrono::hours clockTolerance{1};

bool isSameKey(const PlannedEvent &a, const PlannedEvent &b) {
  return a.event->organization == b.event->organization && a.event->key == b.event->key;
}

bool isBefore(const UsageEvent &event, const OrganizationId &organization, const QString &key) {
  const auto order = event.organization <=> organization;
  return order < 0 || (order == 0 && event.key < key);
}

Result<> checkTime(const UsageEvent &event, const Acceptance &acceptance) {
  if (event.occurredAt < acceptance.oldest)
    return refuseEvent(event, u"usage.too_old"_s,
                       u"It happened at %1; usage from before %2 is no longer accepted."_s.arg(
                           toIso(event.occurredAt), toIso(acceptance.oldest)));
  if (event.occurredAt > acceptance.latest)
    return refuseEvent(
        event, u"usage.in_future"_s,
        u"It is dated %1, more than an hour from now; check the sender's clock."_s.arg(
            toIso(event.occurredAt)));
  return {};
}

Result<> checkQuantity(const UsageEvent &event) {
  const auto refuse = [&](const QString &sentence) {
    return refuseEvent(event, u"usage.quantity_invalid"_s, sentence);
  };
  if (event.quantity > largestQuantity || event.quantity < -largestQuantity)
    return refuse(u"The quantity %1 is too large; split the event."_s.arg(event.quantity));
  if (event.corrects.isEmpty() && event.quantity < 0)
    return refuse(u"A negative quantity must name the event that it corrects."_s);
  if (!event.corrects.isEmpty() && event.quantity >= 0)
    return refuse(u"The quantity of a correction must be negative."_s);
  return {};
}

} // namespace

Acceptance acceptanceAt(Instant now, const business::Business &business, Age age) {
  const Instant oldest =
      age == Age::Any ? Instant::min() : now - std::chrono::days(business.usageAcceptDays);
  return {oldest, now + clockTolerance};
}

Failure refuseEvent(const UsageEvent &event, QString code, const QString &sentence) {
  return fail(std::move(code), u"Usage event “%1”: %2"_s.arg(event.key, sentence), event.place);
}

Result<const business::Metric *> checkEvent(const UsageEvent &event,
                                            const business::Business &business,
                                            const Acceptance &acceptance) {
  if (event.key.isEmpty())
    return refuseEvent(event, u"usage.key_missing"_s,
                       u"An event of the metric “%1” needs a key that stays the same when it is "
                       u"sent again."_s.arg(event.metric));
  const auto metric = business.metrics.find(event.metric);
  if (metric == business.metrics.end())
    return refuseEvent(
        event, u"usage.metric_unknown"_s,
        u"There is no metric “%1”; name a metric of the business."_s.arg(event.metric));
  TENANTRY_CHECK(checkTime(event, acceptance));
  TENANTRY_CHECK(checkQuantity(event));
  const auto &of = metric->second.of;
  if (metric->second.aggregation == business::Aggregation::Unique && event.corrects.isEmpty() &&
      event.dimensions.count(of) == 0)
    return refuseEvent(event, u"usage.dimension_missing"_s,
                       u"The metric “%1” counts the values of “%2”, which the event does "
                       u"not have."_s.arg(event.metric, of));
  return &metric->second;
}

std::vector<PlannedEvent> withoutRepeats(std::vector<PlannedEvent> events) {
  std::stable_sort(events.begin(), events.end(), [](const auto &a, const auto &b) {
    return isBefore(*a.event, b.event->organization, b.event->key);
  });
  events.erase(std::unique(events.begin(), events.end(), isSameKey), events.end());
  return events;
}

const PlannedEvent *findEvent(const std::vector<PlannedEvent> &sorted,
                              const OrganizationId &organization, const QString &key) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), key,
                                      [&](const PlannedEvent &event, const QString &wanted) {
                                        return isBefore(*event.event, organization, wanted);
                                      });
  const bool isIt = found != sorted.end() && found->event->organization == organization &&
                    found->event->key == key;
  return isIt ? &*found : nullptr;
}

std::vector<OrganizationId> organizationsOf(const std::vector<PlannedEvent> &sorted) {
  std::vector<OrganizationId> organizations;
  for (const auto &planned : sorted)
    if (organizations.empty() || organizations.back() != planned.event->organization)
      organizations.push_back(planned.event->organization);
  return organizations;
}

std::vector<OrganizationId> beyondTheirParts(const std::vector<PlannedEvent> &sorted,
                                             const PartBook &parts) {
  std::vector<OrganizationId> beyond;
  for (const auto &planned : sorted) {
    const auto &organization = planned.event->organization;
    const bool isNew = beyond.empty() || beyond.back() != organization;
    if (isNew && planned.event->occurredAt >= parts.endOf(organization))
      beyond.push_back(organization);
  }
  return beyond;
}

void assignParts(std::vector<PlannedEvent> &events, const PartBook &parts, Instant now) {
  for (auto &planned : events) {
    const UsageEvent &event = *planned.event;
    if (!event.corrects.isEmpty())
      continue;
    const Part *part = parts.at(event.organization, event.occurredAt);
    if (!part && event.occurredAt > now)
      part = parts.at(event.organization, now);
    planned.part = part ? part->from : noPart;
  }
}

} // namespace tenantry::usage
