// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/organization_record.h"

#include "services/billing/service.h"
#include "services/organizations/service.h"
#include "services/subscriptions/service.h"
#include "services/usage/forecast.h"
#include "services/usage/history.h"
#include "services/usage/service.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

constexpr auto newsPause = 200ms;
constexpr int latestShown = 8, periodsShown = 12;

Result<> readSubscription(store::Session &session, business::AppliedBusiness &business,
                          OrganizationFacts &facts) {
  auto found = subscriptions::SubscriptionService(session, business).latest(facts.organization.id);
  if (!found && found.error().code == QLatin1StringView("subscription.not_found"))
    return {};
  TENANTRY_TRY(subscription, std::move(found));
  TENANTRY_TRY(applied, business.current(session));
  const auto &plan = applied->planVersion(subscription.planVersion).plan;
  const auto price = subscriptions::recurringPrice(
      plan, subscription.currency, subscription.interval, subscription.priceOverride);
  facts.planName = plan.name.in(readersLanguage());
  facts.price = Money(subscriptions::recurringSum(price, subscription.seats, subscription.items,
                                                  subscription.currency, subscription.interval),
                      subscription.currency);
  facts.sellsAddons = !applied->business.addons.empty() || !subscription.items.empty();
  if (const auto &detail = subscription.scheduled.detail;
      detail.is_object() && detail.contains("plan_version_id"))
    facts.scheduledPlanName =
        applied->planVersion(detail.at("plan_version_id").get<PlanVersionId>())
            .plan.name.in(readersLanguage());
  facts.subscription = std::move(subscription);
  return {};
}

Result<> readUsage(store::Session &session, business::AppliedBusiness &business,
                   OrganizationFacts &facts) {
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(quotas, usage::UsageService(session, business).quotas(facts.organization.id));
  TENANTRY_TRY(periods, usage::history(session, facts.organization.id, applied->business.metrics,
                                       periodsShown));
  facts.usagePeriods = std::move(periods);
  for (auto &quota : quotas) {
    const auto &metric = applied->business.metrics.at(quota.metric);
    const auto day =
        usage::limitDay(quota, metric.aggregation, facts.usagePeriods, session.clock.now());
    facts.usage.push_back({std::move(quota), metric.decimals, day});
  }
  return {};
}

bool isLimitUsedUp(const OrganizationFacts &facts) {
  return std::ranges::any_of(facts.usage, [](const UsageFigure &figure) {
    return figure.quota.isLimited() && figure.quota.used >= *figure.quota.limit;
  });
}

/// Only where one may be: that nobody has used up a limit is known already.
Result<> readUpgrade(store::Session &session, business::AppliedBusiness &business,
                     OrganizationFacts &facts) {
  facts.saysUpgrade = true;
  if (!isLimitUsedUp(facts))
    return {};
  TENANTRY_TRY(upgrade, billing::suggestUpgrade(session, business, facts.organization.id));
  TENANTRY_TRY(applied, business.current(session));
  if (upgrade.best)
    facts.upgradePlanName =
        applied->planVersion(upgrade.best->version).plan.name.in(readersLanguage());
  facts.upgrade = std::move(upgrade);
  return {};
}

Result<> readInvoices(store::Session &session, business::AppliedBusiness &business,
                      OrganizationFacts &facts) {
  billing::BillingService billing(session, business);
  TENANTRY_TRY(invoices, billing.ofOrganization(facts.organization.id));
  std::reverse(invoices.begin(), invoices.end());
  facts.invoices = std::move(invoices);
  TENANTRY_TRY(balance, billing.balance(facts.organization.id));
  facts.balance = std::move(balance);
  return {};
}

Result<OrganizationFacts> readFacts(store::Session &session, business::AppliedBusiness &business,
                                    const OrganizationId &id, bool needsUpgrade) {
  OrganizationFacts facts;
  TENANTRY_TRY(organization, organizations::OrganizationService(session).find(id));
  facts.organization = std::move(organization);
  TENANTRY_CHECK(readSubscription(session, business, facts));
  TENANTRY_CHECK(readUsage(session, business, facts));
  if (needsUpgrade)
    TENANTRY_CHECK(readUpgrade(session, business, facts));
  TENANTRY_CHECK(readInvoices(session, business, facts));
  TENANTRY_TRY(timeline, organizations::latestOf(session, id, latestShown));
  facts.timeline = std::move(timeline);
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(names, catalogNames(session, *applied));
  facts.names = std::move(names);
  facts.readAt = session.clock.now();
  return facts;
}

} // namespace

OrganizationRecord::OrganizationRecord(Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_reading(connection) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(newsPause);
  m_newsPause.callOnTimeout(this, &OrganizationRecord::reload);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &organizations) {
            if (!m_id.isNull() && organizations.contains(m_id) && !m_newsPause.isActive())
              m_newsPause.start();
          });
  connect(&m_connection, &Connection::caughtUp, this, &OrganizationRecord::reload);
}

void OrganizationRecord::show(const OrganizationId &id) {
  if (id == m_id && m_facts)
    return;
  m_id = id;
  m_facts.reset();
  m_reading.forget();
  Q_EMIT changed();
  reload();
}

void OrganizationRecord::setNeedsUpgrade(bool needs) {
  m_needsUpgrade = needs;
  if (needs && m_facts && !m_facts->saysUpgrade && isLimitUsedUp(*m_facts))
    reload();
}

void OrganizationRecord::reload() {
  m_reading.cancel();
  if (m_id.isNull())
    return;
  const auto pending =
      m_connection.read([id = m_id, needs = m_needsUpgrade](store::Session &session,
                                                            business::AppliedBusiness &business) {
        return readFacts(session, business, id, needs);
      });
  m_reading.begin(pending, [this](const Result<OrganizationFacts> &facts) {
    if (facts) {
      m_facts = *facts;
      Q_EMIT changed();
      return setNeedsUpgrade(m_needsUpgrade); // by now
    }
    // A lost connection leaves readable what is there; a record that went does not.
    if (facts.error().code != QLatin1StringView("store.disconnected")) {
      m_facts.reset();
      m_reading.forget();
    }
    Q_EMIT failed(facts.error());
  });
}

bool OrganizationRecord::stop() {
  if (!m_reading.stop())
    return false;
  Q_EMIT failed(StoppableReading::error());
  return true;
}

} // namespace tenantry::models
