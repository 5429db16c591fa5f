// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/service.h"

#include "services/organizations/moving.h"
#include "services/organizations/profile.h"
#include "services/organizations/repository.h"

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

store::NewEvent createdEvent(const Organization &organization) {
  return {u"organization.created"_s,
          {{"name", organization.name.toStdString()},
           {"status", toString(organization.status).toStdString()},
           {"country", organization.addressCountry.toStdString()},
           {"currency", organization.currency.code().toStdString()}}};
}

/// What is promised here is kept by consumers, whatever the business files say by then.
store::NewEvent beginningEvent(const Organization &organization, const Beginning &beginning) {
  auto event = createdEvent(organization);
  event.payload["onboarding"] = true;
  if (!beginning.planId.isEmpty()) {
    event.payload["plan"] = beginning.planId.toStdString();
    event.payload["trial_days"] = beginning.trialDays;
  }
  return event;
}

/// Which fields, not what stands in them: events are never deleted, audit entries say the rest.
store::NewEvent changedEvent(const Organization &from, const Organization &to) {
  Json changed = Json::array();
  for (const auto &field : profileFields())
    if (textOf(from, field) != textOf(to, field))
      changed.push_back(field.toStdString());
  return {u"organization.changed"_s, {{"fields", changed}}};
}

template <typename Rule>
Result<> changeStanding(store::Session &session, const OrganizationId &id, const QString &reason,
                        Rule rule) {
  return session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(session, id));
    TENANTRY_TRY(from, Repository(session).standing(id));
    TENANTRY_TRY(to, rule(from));
    return writeMove(session, id, from, to, reason);
  });
}

} // namespace

Result<OrganizationId> OrganizationService::create(const Organization &draft,
                                                   const std::optional<Beginning> &beginning) {
  TENANTRY_TRY(organization, checked(draft));
  if (beginning)
    organization.status = Status::Onboarding;
  organization.createdAt = m_session.clock.now();
  if (organization.status == Status::Onboarded)
    organization.onboardedAt = organization.createdAt;
  if (organization.id.isNull())
    organization.id = makeId<OrganizationId>(organization.createdAt);
  return m_session.database.transaction([&]() -> Result<OrganizationId> {
    TENANTRY_CHECK(Repository(m_session).add({organization}));
    const auto event =
        beginning ? beginningEvent(organization, *beginning) : createdEvent(organization);
    TENANTRY_CHECK(store::appendEvents(m_session, organization.id, {event}));
    return organization.id;
  });
}

Result<> OrganizationService::createMany(const std::vector<Organization> &organizations) {
  const Instant now = m_session.clock.now();
  std::vector<Organization> ready;
  std::vector<store::BulkEvent> events;
  ready.reserve(organizations.size());
  events.reserve(organizations.size());
  for (const auto &draft : organizations) {
    TENANTRY_TRY(organization, checked(draft));
    if (organization.createdAt == Instant{})
      organization.createdAt = now;
    if (organization.id.isNull())
      organization.id = makeId<OrganizationId>(now);
    events.push_back({organization.id, createdEvent(organization)});
    ready.push_back(std::move(organization));
  }
  if (ready.empty())
    return {};
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(Repository(m_session).add(ready));
    return store::appendEventsBulk(m_session, events);
  });
}

Result<std::int64_t> OrganizationService::amend(const OrganizationId &id, const Profile &changes,
                                                std::int64_t revision) {
  return m_session.database.transaction([&]() -> Result<std::int64_t> {
    TENANTRY_CHECK(store::lockOrganization(m_session, id));
    TENANTRY_TRY(from, find(id));
    if (from.revision != revision)
      return fail(u"organization.edited_since"_s,
                  u"“%1” was changed by somebody else since you read it."_s.arg(from.name));
    TENANTRY_TRY(to, withProfile(from, changes));
    if (profileOf(to) == profileOf(from))
      return revision;
    TENANTRY_TRY(written, Repository(m_session).amend(to));
    TENANTRY_CHECK(store::appendEvents(m_session, id, {changedEvent(from, to)}));
    return written;
  });
}

Result<bool> OrganizationService::isCurrencyFixed(const OrganizationId &id) {
  TENANTRY_TRY(rows,
               m_session.database.query("organization_currency_is_fixed", {{"organization", id}}));
  return rows[0].get<bool>(0);
}

Result<Organization> OrganizationService::find(const OrganizationId &id) {
  TENANTRY_TRY(found, byIds({id}));
  if (found.empty())
    return notFound(id);
  return std::move(found.front());
}

Result<std::vector<Organization>>
OrganizationService::byIds(const std::vector<OrganizationId> &ids) {
  return Repository(m_session).byIds(ids);
}

Result<> OrganizationService::move(const OrganizationId &id, Status to, const QString &reason) {
  return changeStanding(m_session, id, reason,
                        [to](const Standing &from) { return moved(from, to); });
}

Result<> OrganizationService::follow(const OrganizationId &id, Status subscription,
                                     const QString &reason) {
  return changeStanding(m_session, id, reason, [subscription](const Standing &from) {
    return followed(from, subscription);
  });
}

Result<> OrganizationService::reactivate(const OrganizationId &id, const QString &reason) {
  return changeStanding(m_session, id, reason, resumed);
}

Result<> OrganizationService::recordSubscriptions(const std::vector<SubscriptionFacts> &facts) {
  std::vector<OrganizationId> organizations, moved;
  std::vector<QString> plans, statuses, currencies;
  std::vector<std::int64_t> mrrs;
  for (const auto &fact : facts) {
    organizations.push_back(fact.organization);
    plans.push_back(fact.planId);
    statuses.push_back(fact.subscriptionStatus);
    mrrs.push_back(fact.mrrTwelfths);
    if (!fact.currency)
      continue;
    moved.push_back(fact.organization);
    currencies.push_back(fact.currency->code());
  }
  TENANTRY_CHECK(m_session.database.execute("organization_record_subscriptions",
                                            {{"organizations", organizations},
                                             {"plans", plans},
                                             {"statuses", statuses},
                                             {"mrrs", mrrs},
                                             {"now", m_session.clock.now()}}));
  if (!moved.empty())
    TENANTRY_CHECK(m_session.database.execute(
        "organization_record_currencies",
        {{"organizations", moved}, {"currencies", currencies}, {"now", m_session.clock.now()}}));
  return {};
}

Result<> OrganizationService::setEntitlements(const OrganizationId &id,
                                              const Entitlements &entitlements) {
  return m_session.database.transaction([&]() -> Result<> {
    Repository repository(m_session);
    TENANTRY_CHECK(repository.replaceLimits(id, entitlements.limits));
    return repository.replaceFeatures(id, entitlements.features);
  });
}

Result<Entitlements> OrganizationService::entitlements(const OrganizationId &id) {
  Repository repository(m_session);
  TENANTRY_TRY(limits, repository.limits(id));
  TENANTRY_TRY(features, repository.features(id));
  return Entitlements{std::move(limits), std::move(features)};
}

Result<std::map<QString, Limit>> OrganizationService::limits(const OrganizationId &id) {
  return Repository(m_session).limits(id);
}

} // namespace tenantry::organizations
