// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/repository.h"
#include "services/subscriptions/service.h"

namespace tenantry::subscriptions {

namespace {

std::vector<OrganizationId> ownersOf(const std::vector<Change> &changes) {
  std::vector<OrganizationId> owners;
  owners.reserve(changes.size());
  for (const auto &change : changes)
    owners.push_back(change.after.organization);
  return owners;
}

/// What lists show: the live one, else the one that came last.
std::vector<organizations::SubscriptionFacts> factsOf(const std::vector<Change> &changes,
                                                      const std::vector<Subscription> &live) {
  std::map<OrganizationId, const Subscription *> shown;
  for (const auto &change : changes)
    if (hasEnded(change.after.status))
      shown[change.after.organization] = &change.after;
  for (const auto &subscription : live)
    shown[subscription.organization] = &subscription;
  std::vector<organizations::SubscriptionFacts> facts;
  for (const auto &[organization, subscription] : shown)
    facts.push_back({organization, subscription->planId, toString(subscription->status),
                     subscription->mrrTwelfths});
  return facts;
}

} // namespace

Result<> SubscriptionService::importMany(const std::vector<Change> &changes, const Around &around) {
  if (changes.empty())
    return {};
  std::map<OrganizationId, Zone> zones;
  for (const auto &[id, surroundings] : around.surroundings)
    zones.emplace(id, surroundings.zone);
  return m_session.database.transaction([&]() -> Result<> {
    Repository repository(m_session);
    TENANTRY_CHECK(repository.write(changes));
    TENANTRY_CHECK(repository.writeSpans(changes));
    TENANTRY_CHECK(repository.writeParts(changes, zones));
    TENANTRY_CHECK(repository.writeMovements(changes, around.applied->zone()));
    TENANTRY_TRY(live,
                 repository.load("subscription_live", {{"organizations", ownersOf(changes)}}));
    TENANTRY_CHECK(
        organizations::OrganizationService(m_session).recordSubscriptions(factsOf(changes, live)));
    std::vector<store::BulkEvent> events;
    for (const auto &change : changes) {
      if (change.entitlementsChanged)
        TENANTRY_CHECK(writeEntitlements(change, *around.applied));
      for (const auto &event : change.events)
        events.push_back({change.after.organization, event});
    }
    return store::appendEventsBulk(m_session, events);
  });
}

} // namespace tenantry::subscriptions
