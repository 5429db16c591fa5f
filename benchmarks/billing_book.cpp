// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/billing_book.h"

#include "benchmarks/mixed_book.h"
#include "services/billing/billing_crew.h"
#include "services/business/apply.h"
#include "services/business/loader.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

const QString worker = u"worker"_s;

// Filled as a restore would: without triggers, which are measured when the work is done.
constexpr auto fillOrganizations = R"(
  insert into organization (organization_id, name, email, street_address, address_locality, postal_code,
                            address_country, time_zone, currency, status, created_at, onboarded_at, updated_at, plan_id,
                            subscription_status, mrr_twelfths)
  select id, 'Organization ' || position, 'billing' || position || '@example.com', 'Hauptstraße ' || position, 'Berlin',
         '10115', 'DE', 'Europe/Berlin', 'EUR', 'active', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 'professional',
         'active', 238800
  from unnest(:ids::uuid[]) with ordinality as x (id, position))";
constexpr auto fillHeads =
    "insert into organization_head (organization_id) select organization_id from organization";
constexpr auto fillMethods = R"(
  insert into payment_method (organization_id, payment_method_id, provider, label, reference, agreed_at,
                              created_at)
  select organization_id, organization_id, 'simulator', 'Card', 'succeeds', created_at, created_at from organization)";
constexpr auto fillSubscriptions = R"(
  insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval,
                            currency, anchor_day, period_index, period_from, period_to, period_from_at, period_to_at,
                            due_at, mrr_twelfths, started_at)
  select organization_id, organization_id, p.plan_id, p.plan_version_id, 'active', 'month', 'EUR', '2026-01-01', 0,
         '2026-01-01', '2026-02-01', '2025-12-31T23:00Z', '2026-01-31T23:00Z', '2026-01-31T23:00Z', 238800,
         '2025-12-31T23:00Z'
  from organization, (select * from plan_version where plan_id = 'professional') as p)";
constexpr auto fillParts = R"(
  insert into usage_part (organization_id, part_from, part_to, subscription_id, plan_version_id, period_from,
                          from_day, to_day, billable)
  select organization_id, period_from_at, period_to_at, subscription_id, plan_version_id, period_from_at, period_from,
         period_to, true
  from subscription)";
constexpr auto fillTotals = R"(
  insert into usage_total (organization_id, metric, part_from, quantity, events, last_occurred_at, last_recorded_at)
  select organization_id, 'api_calls', part_from, 150000, 1000, part_from, part_from from usage_part)";

Result<> applyBusiness(store::Session &session) {
  auto shipped = business::Source::shipped().load();
  if (!shipped)
    return tl::unexpected(shipped.error().front());
  shipped->taxRates = {{u"DE"_s, {}, Rational(19), false, true}};
  TENANTRY_CHECK(business::BusinessApply(session).apply(*shipped, session.actor));
  return {};
}

} // namespace

Instant BillingBook::renewal() {
  return Instant(std::chrono::sys_days(std::chrono::year(2026) / 2 / 1)) + std::chrono::hours(12);
}

Result<BillingBook> BillingBook::make(const PrivateCluster &cluster, int subscriptions,
                                      BookKind kind) {
  BillingBook made;
  TENANTRY_TRY(database, cluster.connect(PrivateCluster::book()));
  if (kind == BookKind::Mixed) {
    TENANTRY_TRY(filled, fillMixedBook(*database, renewal(), subscriptions));
    made.m_organizations = std::move(filled);
    return made;
  }
  const VirtualClock clock(renewal() - std::chrono::days(60));
  store::Session session{*database, clock, u"benchmark"_s};
  TENANTRY_CHECK(applyBusiness(session));
  for (int i = 0; i < subscriptions; ++i)
    made.m_organizations.push_back(makeId<OrganizationId>(clock.now()));
  TENANTRY_CHECK(database->script("set session_replication_role = replica"));
  TENANTRY_CHECK(database->adHoc(fillOrganizations, {{"ids", made.m_organizations}}));
  for (const auto *sql :
       {fillHeads, fillMethods, fillSubscriptions, fillParts, fillTotals, "vacuum analyze"})
    TENANTRY_CHECK(database->script(sql));
  return made;
}

Result<std::int64_t> BillingBook::run(const PrivateCluster &cluster, const QString &database,
                                      int workers) const {
  const VirtualClock clock(renewal());
  TENANTRY_TRY(summary, billing::runSideBySide([&] { return cluster.connect(database, worker); },
                                               clock, worker, workers));
  return summary.invoices;
}

Result<std::int64_t> BillingBook::preview(const PrivateCluster &cluster,
                                          const QString &database) const {
  TENANTRY_TRY(connection, cluster.connect(database, worker));
  const VirtualClock clock(renewal());
  store::Session session{*connection, clock, worker};
  business::AppliedBusiness business;
  TENANTRY_TRY(summary, billing::BillingRun(session, business)
                            .preview(renewal(), billing::BillingRun::everything(),
                                     [](const billing::PlannedInvoice &,
                                        const organizations::Organization &) {}));
  return summary.invoices;
}

} // namespace tenantry::benchmarks
