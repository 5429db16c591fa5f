// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/importing/subscription_import.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::importing {

namespace {

subscriptions::Status statusOf(ImportedSubscriptionStatus status) {
  switch (status) {
  case ImportedSubscriptionStatus::Trialing:
    return subscriptions::Status::Trialing;
  case ImportedSubscriptionStatus::Active:
    return subscriptions::Status::Active;
  case ImportedSubscriptionStatus::PastDue:
    return subscriptions::Status::PastDue;
  case ImportedSubscriptionStatus::Suspended:
    return subscriptions::Status::Suspended;
  case ImportedSubscriptionStatus::Paused:
    return subscriptions::Status::Paused;
  case ImportedSubscriptionStatus::Cancelled:
    return subscriptions::Status::Cancelled;
  case ImportedSubscriptionStatus::Expired:
    return subscriptions::Status::Expired;
  }
  throw ProgrammingError("an imported status without a meaning");
}

Instant startOf(const SubscriptionRow &row, Instant now) {
  if (row.status == ImportedSubscriptionStatus::Trialing && row.trialFrom)
    return *row.trialFrom;
  for (const auto &known : {row.started, row.created, row.periodFrom})
    if (known)
      return *known;
  return now;
}

subscriptions::Adoption describe(const SubscriptionRow &row, const OrganizationId &organization,
                                 const business::PlanVersion &version, Instant now) {
  subscriptions::Adoption made;
  made.organization = organization;
  made.planVersion = version.id;
  made.status = statusOf(row.status);
  made.interval = row.interval;
  made.currency = row.amount.currency();
  made.startedAt = startOf(row, now);
  if (row.periodFrom && row.periodTo)
    made.period = InstantRange{*row.periodFrom, *row.periodTo};
  made.trialEnd = row.trialTo;
  made.endedAt = row.ended ? row.ended : row.cancelled;
  return made;
}

/// The rules know no columns: the one that an error is most about.
Failure refusedSubscription(const MappedRow &row, const Error &error) {
  const bool isPeriod = error.code == "subscription.period_invalid"_L1;
  return row.bad(isPeriod ? u"period_to"_s : u"status"_s,
                 isPeriod ? u"period_invalid"_s : u"date_invalid"_s, error.message);
}

std::vector<subscriptions::Subscription>
placeholders(const std::vector<OrganizationId> &organizations) {
  std::vector<subscriptions::Subscription> made(organizations.size());
  for (std::size_t i = 0; i < organizations.size(); ++i)
    made[i].organization = organizations[i];
  return made;
}

} // namespace

Result<> SubscriptionImport::prepare(const ImportOptions &options) {
  TENANTRY_TRY(customers, References::load(m_session, options.source, u"customer"_s));
  TENANTRY_TRY(known, References::load(m_session, options.source, u"subscription"_s));
  m_customers = std::move(customers);
  m_subscriptions = std::move(known);
  const auto organizations = m_customers.organizations();
  TENANTRY_TRY(around, subscriptions::SubscriptionService(m_session, m_business)
                           .surroundings(placeholders(organizations)));
  m_around = std::move(around);
  TENANTRY_TRY(rows,
               m_session.database.query("import_live_periods", {{"organizations", organizations}}));
  for (const auto row : rows)
    m_live.insert(row.get<OrganizationId>(0));
  return {};
}

Result<Taken> SubscriptionImport::take(const MappedRow &mapped, RowChecks checks) {
  checks.isKnownCustomer = [this](const QString &id) { return m_customers.contains(id); };
  checks.isKnownPlan = [this](const QString &plan) { return m_applied.current.count(plan) > 0; };
  TENANTRY_TRY(row, parseSubscriptionRow(mapped, checks));
  if (m_subscriptions.contains(row.externalId))
    return Taken::Known;
  const OrganizationId organization = m_customers.find(row.customerId)->organization;
  TENANTRY_TRY(version, m_applied.currentPlan(row.plan));
  auto adoption = describe(row, organization, *version, m_session.clock.now());
  TENANTRY_CHECK(setPrice(mapped, row, version->plan, adoption));
  auto change =
      subscriptions::adopt(adoption, m_around.surroundings.at(organization), m_session.clock.now());
  if (!change)
    return refusedSubscription(mapped, change.error());
  if (!subscriptions::hasEnded(adoption.status))
    TENANTRY_CHECK(checkAlone(mapped, organization));
  m_subscriptions.add(row.externalId, {organization, change->after.id.uuid()});
  m_changes.push_back(*std::move(change));
  return Taken::New;
}

// SUB-9: at most one that has not ended.
Result<> SubscriptionImport::checkAlone(const MappedRow &mapped,
                                        const OrganizationId &organization) {
  if (m_live.insert(organization).second)
    return {};
  return mapped.bad(u"customer_id"_s, u"subscription_exists"_s,
                    u"The customer “%1” already has a subscription that has not ended; "
                    u"only one can be kept"_s.arg(mapped.text(u"customer_id"_s)));
}

// The file's amount is for one unit. What it differs from the plan is a contract (SUB-8); without a
// price per seat the units are part of it.
Result<> SubscriptionImport::setPrice(const MappedRow &mapped, const SubscriptionRow &row,
                                      const business::Plan &plan,
                                      subscriptions::Adoption &adoption) const {
  constexpr std::int64_t largest = 1'000'000'000'000'000;
  if (row.quantity > std::numeric_limits<int>::max() || row.amount.minor() > largest / row.quantity)
    return mapped.bad(u"quantity"_s, u"quantity_invalid"_s,
                      u"The quantity %1 is too large"_s.arg(row.quantity));
  const std::int64_t gross = row.amount.minor() * row.quantity;
  const auto sold = subscriptions::recurringPrice(plan, row.amount.currency(), row.interval, {});
  std::int64_t seats = 0;
  if (sold.perSeat) {
    adoption.seats = static_cast<int>(row.quantity);
    seats = checkedMultiply(*sold.perSeat, row.quantity);
  }
  if (gross < seats)
    return mapped.bad(
        u"amount"_s, u"amount_invalid"_s,
        u"%1 seats of the plan %2 cost more than this amount"_s.arg(row.quantity).arg(row.plan));
  const bool isSoldSo = sold.plan || sold.perSeat;
  if (!isSoldSo || gross - seats != sold.plan.value_or(0))
    adoption.priceOverride = gross - seats;
  return {};
}

Result<std::int64_t> SubscriptionImport::land() {
  if (m_changes.empty())
    return 0;
  TENANTRY_CHECK(
      subscriptions::SubscriptionService(m_session, m_business).importMany(m_changes, m_around));
  TENANTRY_CHECK(m_subscriptions.write(m_session));
  TENANTRY_CHECK(activate());
  return static_cast<std::int64_t>(m_changes.size());
}

// ORG-2: active while it pays. What brought it there happened elsewhere, so no event tells it.
Result<> SubscriptionImport::activate() {
  std::vector<OrganizationId> running;
  for (const auto &change : m_changes)
    if (subscriptions::isRunning(change.after.status))
      running.push_back(change.after.organization);
  TENANTRY_CHECK(
      m_session.database.execute("import_organizations_activate",
                                 {{"organizations", running}, {"now", m_session.clock.now()}}));
  return {};
}

} // namespace tenantry::importing
