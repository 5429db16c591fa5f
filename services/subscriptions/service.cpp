// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/service.h"

#include "services/subscriptions/redeeming.h"
#include "services/subscriptions/repository.h"
#include "services/subscriptions/starting.h"
#include "services/subscriptions/taxation.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

/// Who no longer pays gets no invoice for every event.
constexpr std::chrono::hours leastLateAwaited{24};

Failure notFound(const OrganizationId &organization) {
  return fail(u"subscription.not_found"_s,
              u"The organization %1 has no subscription."_s.arg(organization.toString()));
}

} // namespace

Result<Subscription> SubscriptionService::start(const StartRequest &request) {
  return m_session.database.transaction([&]() -> Result<Subscription> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    TENANTRY_TRY(prepared, prepareStart(m_session, m_business, request, FirstInvoice::WithTheRun));
    TENANTRY_CHECK(writeAlone(prepared.change, prepared.around));
    TENANTRY_CHECK(writeRedemptions(m_session, prepared.change.after, 1));
    return prepared.change.after;
  });
}

template <typename Rule>
Result<Subscription> SubscriptionService::command(const OrganizationId &organization, Rule rule) {
  return m_session.database.transaction([&]() -> Result<Subscription> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(subscription, live(organization));
    TENANTRY_TRY(around, surroundingsNow(subscription));
    TENANTRY_TRY(change, rule(subscription, around.surroundings.at(organization)));
    if (!change.events.empty())
      TENANTRY_CHECK(writeAlone(change, around));
    return change.after;
  });
}

Result<Subscription> SubscriptionService::cancel(const OrganizationId &organization,
                                                 bool atPeriodEnd) {
  const Instant now = m_session.clock.now();
  return command(organization, [&](const Subscription &subscription, const Surroundings &around) {
    return subscriptions::cancel(subscription, around, now, atPeriodEnd);
  });
}

Result<Subscription> SubscriptionService::unschedule(const OrganizationId &organization) {
  const Instant now = m_session.clock.now();
  return command(organization, [&](const Subscription &subscription, const Surroundings &around) {
    return subscriptions::unschedule(subscription, around, now);
  });
}

Result<Subscription> SubscriptionService::setAutoRenew(const OrganizationId &organization,
                                                       bool on) {
  const Instant now = m_session.clock.now();
  return command(organization, [&](const Subscription &subscription, const Surroundings &around) {
    return subscriptions::renewByItself(subscription, around, now, on);
  });
}

Result<> SubscriptionService::follow(const OrganizationId &organization,
                                     const std::optional<SubscriptionId> &only, Move move) {
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(found, Repository(m_session).load("subscription_live",
                                                   {{"organizations", std::vector{organization}}}));
    if (found.empty() || (only && found.front().id != *only))
      return {};
    TENANTRY_TRY(around, surroundingsNow(found.front()));
    const auto change =
        move(found.front(), around.surroundings.at(organization), m_session.clock.now());
    return change.events.empty() ? Result<>() : writeAlone(change, around);
  });
}

Result<> SubscriptionService::becomePastDue(const OrganizationId &organization,
                                            const SubscriptionId &subscription) {
  return follow(organization, subscription, subscriptions::becomePastDue);
}

Result<> SubscriptionService::suspend(const OrganizationId &organization,
                                      const SubscriptionId &subscription) {
  return follow(organization, subscription, subscriptions::suspend);
}

Result<> SubscriptionService::recover(const OrganizationId &organization) {
  return follow(organization, std::nullopt, subscriptions::recover);
}

Result<> SubscriptionService::rollPeriods(const std::vector<OrganizationId> &organizations) {
  return m_session.database.transaction([&]() -> Result<> {
    const Instant now = m_session.clock.now();
    TENANTRY_TRY(due, dueAmong(now, organizations));
    TENANTRY_TRY(around, surroundings(due));
    std::vector<Change> changes;
    std::vector<store::BulkEvent> events;
    for (const auto &subscription : due) {
      auto change = advance(subscription, around.surroundings.at(subscription.organization), now,
                            Advance::PeriodsOnly);
      if (change.opened.empty() && change.events.empty())
        continue;
      for (const auto &event : change.events)
        events.push_back({subscription.organization, event});
      changes.push_back(std::move(change));
    }
    TENANTRY_CHECK(write(changes, around));
    return store::appendEventsBulk(m_session, events);
  });
}

Result<std::set<OrganizationId>>
SubscriptionService::billLate(const std::vector<OrganizationId> &organizations,
                              const std::vector<Instant> &parts) {
  std::set<OrganizationId> asked;
  if (parts.empty())
    return asked;
  TENANTRY_TRY(applied, m_business.current(m_session));
  const auto awaited =
      std::max(std::chrono::hours(applied->business.usageGraceHours), leastLateAwaited);
  TENANTRY_TRY(rows, m_session.database.query("subscription_bill_late",
                                              {{"organizations", organizations},
                                               {"parts", parts},
                                               {"at", m_session.clock.now() + awaited}}));
  for (const auto row : rows)
    asked.insert(row.get<OrganizationId>(0));
  return asked;
}

Result<Subscription> SubscriptionService::live(const OrganizationId &organization) {
  TENANTRY_TRY(found, Repository(m_session).load("subscription_live",
                                                 {{"organizations", std::vector{organization}}}));
  if (found.empty())
    return notFound(organization);
  return found.front();
}

Result<Subscription> SubscriptionService::latest(const OrganizationId &organization) {
  TENANTRY_TRY(found,
               Repository(m_session).load("subscription_latest", {{"organization", organization}}));
  if (found.empty())
    return notFound(organization);
  return found.front();
}

Result<Subscription> SubscriptionService::find(const OrganizationId &organization,
                                               const SubscriptionId &id) {
  TENANTRY_TRY(found,
               Repository(m_session).load("subscription_by_id",
                                          {{"organization", organization}, {"subscription", id}}));
  if (found.empty())
    return notFound(organization);
  return found.front();
}

Result<std::vector<Subscription>> SubscriptionService::due(Instant asOf, const DueRange &range,
                                                           int count) {
  return Repository(m_session).load(
      "subscription_due",
      {{"as_of", asOf}, {"after", range.after}, {"last", range.last}, {"count", count}});
}

Result<std::vector<Subscription>>
SubscriptionService::dueAmong(Instant asOf, const std::vector<OrganizationId> &organizations) {
  return Repository(m_session).load("subscription_due_among",
                                    {{"as_of", asOf}, {"organizations", organizations}});
}

Result<SubscriptionService::Around>
SubscriptionService::surroundings(const std::vector<Subscription> &subscriptions) {
  Around around;
  TENANTRY_TRY(applied, m_business.current(m_session));
  around.applied = applied;
  std::vector<OrganizationId> ids;
  for (const auto &subscription : subscriptions)
    ids.push_back(subscription.organization);
  TENANTRY_TRY(organizations, organizations::OrganizationService(m_session).byIds(ids));
  TENANTRY_TRY(rows, m_session.database.query("payment_method_owners", {{"organizations", ids}}));
  std::set<OrganizationId> withMethod;
  for (const auto row : rows)
    withMethod.insert(row.get<OrganizationId>(0));
  for (auto &organization : organizations) {
    const auto id = organization.id;
    around.surroundings[id] = {around.applied.get(), organization.zone, withMethod.count(id) > 0,
                               includedTax(taxOf(organization, applied->business))};
    around.organizations.emplace(id, std::move(organization));
  }
  return around;
}

Result<SubscriptionService::Around>
SubscriptionService::surroundingsNow(const Subscription &subscription) {
  TENANTRY_TRY(around, surroundings({subscription}));
  TENANTRY_TRY(latest, m_session.database.one<std::optional<LocalDay>>(
                           "subscription_latest_day", {{"organization", subscription.organization},
                                                       {"subscription", subscription.id}}));
  around.surroundings.at(subscription.organization).latestDay = std::get<0>(*latest);
  return std::move(around);
}

Result<> SubscriptionService::writeAlone(const Change &change, const Around &around) {
  TENANTRY_CHECK(write({change}, around));
  return store::appendEvents(m_session, change.after.organization, change.events);
}

Result<> SubscriptionService::write(const std::vector<Change> &changes, const Around &around) {
  if (changes.empty())
    return {};
  Repository repository(m_session);
  std::map<OrganizationId, Zone> zones;
  for (const auto &[id, surroundings] : around.surroundings)
    zones.emplace(id, surroundings.zone);
  TENANTRY_CHECK(repository.write(changes));
  TENANTRY_CHECK(repository.writeSpans(changes));
  TENANTRY_CHECK(repository.writeParts(changes, zones));
  TENANTRY_CHECK(repository.writeMovements(changes, around.applied->zone()));
  TENANTRY_CHECK(writeFacts(changes, around));
  return {};
}

Result<> SubscriptionService::writeFacts(const std::vector<Change> &changes, const Around &around) {
  std::vector<organizations::SubscriptionFacts> facts;
  for (const auto &change : changes) {
    if (change.movements.empty() && !change.entitlementsChanged && !change.currencyBefore)
      continue;
    facts.push_back({change.after.organization, change.after.planId, toString(change.after.status),
                     change.after.mrrTwelfths,
                     change.currencyBefore ? std::optional(change.after.currency) : std::nullopt});
  }
  if (facts.empty())
    return {};
  TENANTRY_CHECK(organizations::OrganizationService(m_session).recordSubscriptions(facts));
  for (const auto &change : changes) {
    if (!change.entitlementsChanged)
      continue;
    TENANTRY_CHECK(writeEntitlements(change, *around.applied));
    TENANTRY_CHECK(moveOrganization(change, around));
  }
  return {};
}

Result<> SubscriptionService::writeEntitlements(const Change &change,
                                                const business::Applied &applied) {
  organizations::OrganizationService service(m_session);
  if (hasEnded(change.after.status))
    return service.setEntitlements(change.after.organization, {});
  const auto &version = applied.planVersion(change.after.planVersion);
  organizations::Entitlements granted;
  auto &limits = granted.limits;
  const QString grantedBy = u"plan %1 v%2"_s.arg(version.plan.id).arg(version.number);
  const auto isHard = [&metrics = applied.business.metrics](const QString &metric) {
    const auto found = metrics.find(metric);
    return found != metrics.end() && found->second.limit == business::LimitKind::Hard;
  };
  for (const auto &[metric, value] : version.plan.limits)
    limits[metric] = {value, isHard(metric), grantedBy};
  for (const auto &[metric, value] : change.after.ownLimits)
    limits[metric] = {value, isHard(metric), u"contract"_s};
  for (const auto &feature : version.plan.features)
    granted.features[feature] = grantedBy;
  for (const auto &[id, item] : change.after.items) {
    const QString by = item.quantity == 1 ? u"add-on %1"_s.arg(id)
                                          : u"add-on %1 × %2"_s.arg(id).arg(item.quantity);
    for (const auto &feature : item.addon.features)
      granted.features.emplace(feature, by);
    for (const auto &[metric, each] : item.addon.limits)
      if (const auto limit = limits.find(metric);
          limit != limits.end() && limit->second.value != business::unlimited)
        limit->second.grantedBy += u" + "_s + by;
  }
  for (const auto &[metric, value] :
       limitsBesidePlan(version.plan, change.after.ownLimits, change.after.items))
    limits.at(metric).value = value;
  return service.setEntitlements(change.after.organization, granted);
}

// ORG-2: an organization is active while it pays, churned once its last subscription has ended, and
// suspended with a subscription that is: by itself it comes back from no other suspension.
Result<> SubscriptionService::moveOrganization(const Change &change, const Around &around) {
  using OrganizationStatus = organizations::Status;
  organizations::OrganizationService service(m_session);
  const auto &id = change.after.organization;
  if (hasEnded(change.after.status))
    return service.follow(id, OrganizationStatus::Churned, u"subscription-ended"_s);
  const auto &organization = around.organizations.at(id);
  const bool isSuspended = organization.status == OrganizationStatus::Suspended;
  if (change.after.status == Status::Suspended && organization.status != OrganizationStatus::Closed)
    return service.move(id, OrganizationStatus::Suspended, change.after.statusReason);
  if (isRunning(change.after.status) && isSuspended && organization.statusReason == paymentOverdue)
    return service.reactivate(id, u"payment"_s);
  if (isRunning(change.after.status))
    return service.follow(id, OrganizationStatus::Active, u"subscription"_s);
  return {};
}

} // namespace tenantry::subscriptions
