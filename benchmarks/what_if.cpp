// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/what_if.h"

#include "benchmarks/billing_book.h"
#include "services/billing/what_if.h"
#include "services/business/loader.h"

using namespace Qt::StringLiterals;

namespace tenantry::benchmarks {

namespace {

constexpr int monthsRated = 12;

// The book's subscriptions have the last month; here are those before it, and what was billed.
constexpr auto fillYear = R"(
  set session_replication_role = replica;
  create temporary table month as
    select m, (date '2026-02-01' - make_interval(months => m))::date as from_day,
           (date '2026-02-01' - make_interval(months => m - 1))::date as to_day
    from generate_series(1, 12) as m;
  insert into usage_part (organization_id, part_from, part_to, subscription_id, plan_version_id, period_from, from_day,
                          to_day, billable)
    select p.organization_id, month.from_day::timestamp at time zone 'Europe/Berlin',
           month.to_day::timestamp at time zone 'Europe/Berlin', p.subscription_id, p.plan_version_id,
           month.from_day::timestamp at time zone 'Europe/Berlin', month.from_day, month.to_day, true
    from usage_part as p, month where m > 1;
  insert into usage_total (organization_id, metric, part_from, quantity, events, last_occurred_at, last_recorded_at)
    select organization_id, 'api_calls', part_from, 90000 + 1000 * extract(month from part_from), 1000, part_from, part_from
    from usage_part where from_day < '2026-01-01';
  insert into invoice (organization_id, invoice_id, number, kind, status, subscription_id, currency, net, tax, total, paid,
                       customer, issued_on, created_at, finalized_at)
    select o.organization_id, md5(o.organization_id::text || m)::uuid, o.organization_id || '-' || m, 'recurring', 'paid',
           s.subscription_id, s.currency, 19900, 0, 19900, 19900, json_build_object('name', o.name), from_day, from_day,
           from_day
    from organization as o join subscription as s using (organization_id), month;
  insert into invoice_line (organization_id, invoice_id, line_no, kind, item, quantity, unit, amount, from_day, to_day,
                            detail)
    select organization_id, md5(organization_id::text || m)::uuid, 1, 'plan', 'plan', '1', '19900', 19900, from_day,
           to_day, '{"plan": "professional", "plan_version": 1, "interval": "month"}'
    from organization, month;
  insert into billed_period (organization_id, subscription_id, item, span, invoice_id, line_no)
    select organization_id, organization_id, 'plan', daterange(from_day, to_day), invoice_id, line_no from invoice_line;
  set session_replication_role = origin)";

constexpr auto readUsage = "select count(*), sum(quantity) from usage_part join usage_total using "
                           "(organization_id, part_from)";
constexpr auto readLines =
    "select count(*), sum(amount) from billed_period join invoice_line using "
    "(organization_id, invoice_id, line_no)";

} // namespace

Result<Comparison> whatIfOfAYear(const BenchOptions &options) {
  const int size = options.sizeOr(100'000);
  TENANTRY_TRY(cluster, PrivateCluster::open());
  TENANTRY_CHECK(BillingBook::make(*cluster, size));
  TENANTRY_TRY(owner, cluster->connect(PrivateCluster::book()));
  TENANTRY_CHECK(owner->script(fillYear));
  TENANTRY_CHECK(owner->script("vacuum analyze"));
  TENANTRY_TRY(worker, cluster->connect(PrivateCluster::book(), u"worker"_s));
  const VirtualClock clock(BillingBook::renewal());
  store::Session session{*worker, clock, u"benchmark"_s};
  business::AppliedBusiness business;
  TENANTRY_TRY(applied, business.current(session));
  auto after = applied->business;
  auto &plan = after.plans.at(u"professional"_s);
  for (auto &price : plan.prices)
    price.amount += Money(1000, price.amount.currency());
  for (auto &charge : plan.charges)
    charge.unit *= 2;
  const auto units = static_cast<std::int64_t>(size) * monthsRated;
  const auto work = [&]() -> Result<Pace> {
    Pace pace;
    TENANTRY_TRY(report, timed(pace, units, [&] {
                   return billing::whatIf(session, *applied, after, monthsRated);
                 }));
    if (report.payMore != size)
      return fail(u"benchmark.incomplete"_s,
                  u"%1 of %2 would pay more."_s.arg(report.payMore).arg(size));
    return pace;
  };
  const auto ceiling = [&]() -> Result<Pace> {
    Pace pace;
    TENANTRY_CHECK(timed(pace, units, [&]() -> Result<> {
      TENANTRY_CHECK(worker->adHoc(readUsage));
      TENANTRY_CHECK(worker->adHoc(readLines));
      return {};
    }));
    return pace;
  };
  return compare(u"what-if"_s, options.roundsOr(3), work, ceiling);
}

} // namespace tenantry::benchmarks
