// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/mixed_book.h"

#include "benchmarks/mixed_business.h"
#include "services/billing/corrections.h"
#include "services/billing/subscription_changes.h"
#include "services/business/apply.h"
#include "services/subscriptions/redeeming.h"
#include "services/usage/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr int mostMadeSingly = 120;

/// The first customers, with what happens to them until the renewal.
class Originals {
public:
  Originals(store::Database &owner, Instant renewal, int count)
      : m_clock(renewal - days(365)), m_session{owner, m_clock, u"benchmark"_s}, m_renewal(renewal),
        m_count(count) {}

  Result<> live() {
    TENANTRY_TRY(business, mixedBusiness());
    TENANTRY_CHECK(business::BusinessApply(m_session).apply(business, m_session.actor));
    TENANTRY_CHECK(begin(Interval::Year));
    m_clock.set(m_renewal - days(31));
    TENANTRY_CHECK(begin(Interval::Month));
    TENANTRY_CHECK(bill());
    TENANTRY_CHECK(use(days(10)));
    m_clock.set(m_renewal - days(16));
    TENANTRY_CHECK(change());
    return use(days(5));
  }

private:
  Result<> begin(Interval interval) {
    for (int number = 0; number < m_count; ++number) {
      const auto customer = mixedCustomer(number);
      if (customer.interval != interval)
        continue;
      TENANTRY_TRY(id, create(customer, number));
      m_made.emplace_back(id, number);
      subscriptions::StartRequest request;
      request.organization = id;
      request.planId = customer.plan;
      request.interval = interval;
      request.seats = customer.seats;
      request.priceOverride = customer.priceOverride;
      TENANTRY_CHECK(subscriptions::SubscriptionService(m_session, m_business).start(request));
      for (const auto &coupon : customer.coupons)
        TENANTRY_CHECK(subscriptions::redeem(m_session, m_business, id, coupon));
    }
    return bill();
  }

  Result<OrganizationId> create(const MixedCustomer &customer, int number) {
    organizations::Organization draft;
    draft.name = u"Organization %1"_s.arg(number);
    draft.email = u"billing%1@example.com"_s.arg(number);
    draft.streetAddress = u"Hauptstraße %1"_s.arg(number);
    draft.addressLocality = u"Anytown"_s;
    draft.postalCode = u"10115"_s;
    draft.addressCountry = customer.country;
    draft.addressRegion = customer.region;
    draft.zone = Zone::find(customer.zone).value();
    draft.currency = customer.currency;
    draft.vatId = customer.vatId;
    return organizations::OrganizationService(m_session).create(draft);
  }

  Result<> bill() {
    TENANTRY_CHECK(
        billing::BillingRun(m_session, m_business).run(billing::BillingRun::everything()));
    return {};
  }

  // As of so long before now, so that both parts of a period that was cut have usage.
  Result<> use(days since) {
    const Instant from = m_clock.now();
    m_clock.set(from + since);
    std::vector<usage::UsageEvent> events;
    for (const auto &[id, number] : m_made)
      for (const auto &[metric, quantity] : mixedCustomer(number).usage) {
        usage::UsageEvent event;
        event.organization = id;
        event.key = makeUuidV7(m_clock.now()).toString(QUuid::WithoutBraces);
        event.metric = metric;
        event.quantity = quantity;
        event.occurredAt = m_clock.now();
        event.dimensions[u"user"_s] = u"user %1"_s.arg(toIso(from));
        events.push_back(std::move(event));
      }
    TENANTRY_CHECK(usage::UsageService(m_session, m_business).ingest(std::move(events)));
    return {};
  }

  Result<> change() {
    using Change = MixedCustomer::Change;
    billing::SubscriptionChanges changes(m_session, m_business);
    billing::Corrections corrections(m_session, m_business);
    for (const auto &[id, number] : m_made) {
      const auto customer = mixedCustomer(number);
      if (customer.balance > 0)
        TENANTRY_CHECK(
            corrections.adjustBalance(id, Money(customer.balance, customer.currency), {}));
      if (customer.change == Change::None)
        continue;
      billing::ChangeRequest request;
      request.organization = id;
      if (customer.change == Change::Seats)
        request.seats = customer.seats + 2;
      else
        request.planId = customer.nextPlan;
      if (customer.change == Change::PlanAtPeriodEnd)
        request.when = subscriptions::When::PeriodEnd;
      TENANTRY_CHECK(changes.act(request));
    }
    return {};
  }

  VirtualClock m_clock;
  store::Session m_session;
  business::AppliedBusiness m_business;
  Instant m_renewal;
  int m_count;
  std::vector<std::pair<OrganizationId, int>> m_made;
};

constexpr auto notDueSql = "select count(*) from organization left join subscription as s using "
                           "(organization_id) where s.due_at is null or s.due_at > :renewal";

// What the run finds, by organization; of what it writes itself nothing is there yet.
constexpr std::array copied{"organization",         "organization_head", "organization_limit",
                            "organization_feature", "subscription",      "subscription_span",
                            "coupon_redemption",    "mrr_movement",      "usage_part",
                            "usage_total",          "usage_distinct",    "customer_balance"};
constexpr auto emptied = "truncate invoice, invoice_line, billed_period, ledger_entry, "
                         "number_registry, number_counter, event, dispatch, balance_movement, "
                         "audit_entry, audit_pending, usage_event, job cascade";

constexpr auto copiesSql = R"(
  create temporary table copy_of as
  select original.organization_id as was, x.id
  from unnest(:ids::uuid[]) with ordinality as x (id, position)
  join (select organization_id, row_number() over (order by organization_id) - 1 as place, count(*) over () as many
        from organization) as original on original.place = (x.position - 1) % original.many)";
constexpr auto methodsSql = R"(
  insert into payment_method (organization_id, payment_method_id, provider, label, reference, agreed_at, created_at)
  select organization_id, organization_id, 'simulator', 'Card', 'succeeds', created_at, created_at from organization)";

Result<> copyRows(store::Database &owner, const QByteArray &table) {
  TENANTRY_TRY(rows,
               owner.adHoc("select string_agg(attname, ', ' order by attnum) from pg_attribute "
                           "where attrelid = '" +
                           table +
                           "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' "
                           "and attname <> 'organization_id'"));
  const auto others = rows[0].get<std::optional<QString>>(0).value_or(QString()).toUtf8();
  const auto more = others.isEmpty() ? QByteArray() : ", " + others;
  return owner.script("insert into " + table + " (organization_id" + more + ") select copy_of.id" +
                      more + " from " + table +
                      " as original join copy_of on was = original.organization_id "
                      "order by copy_of.id");
}

} // namespace

Result<std::vector<OrganizationId>> fillMixedBook(store::Database &owner, Instant renewal,
                                                  int subscriptions) {
  TENANTRY_CHECK(Originals(owner, renewal, std::min(subscriptions, mostMadeSingly)).live());
  TENANTRY_TRY(late, owner.adHoc(notDueSql, {{"renewal", renewal}}));
  if (late[0].get<std::int64_t>(0) > 0)
    return fail(u"benchmark.incomplete"_s,
                u"%1 of the mixed book would not be due."_s.arg(late[0].get<std::int64_t>(0)));
  std::vector<OrganizationId> copies;
  for (int i = mostMadeSingly; i < subscriptions; ++i)
    copies.push_back(makeId<OrganizationId>(renewal));
  TENANTRY_CHECK(owner.script("set session_replication_role = replica"));
  TENANTRY_CHECK(owner.script(emptied));
  TENANTRY_CHECK(owner.adHoc(copiesSql, {{"ids", copies}}));
  for (const QByteArray table : copied)
    TENANTRY_CHECK(copyRows(owner, table));
  for (const auto *sql : {methodsSql, "vacuum analyze"})
    TENANTRY_CHECK(owner.script(sql));
  TENANTRY_TRY(rows, owner.adHoc("select organization_id from organization order by 1"));
  std::vector<OrganizationId> all;
  for (const auto row : rows)
    all.push_back(row.get<OrganizationId>(0));
  return all;
}

} // namespace tenantry::benchmarks
