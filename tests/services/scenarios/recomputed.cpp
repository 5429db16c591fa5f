// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/scenarios/recomputed.h"

#include "services/core/clock.h"

using namespace Qt::StringLiterals;

namespace tenantry::tests {

namespace {

// A document with its sums; one that takes nothing back has its own discounts and taxes alone.
// round() of numerics is half away from zero.
constexpr auto documents = R"(
with line as (
  select l.organization_id, l.invoice_id, i.kind as document, i.finalized_at, l.line_no, l.kind, l.item, l.amount,
         l.quantity, l.unit, l.tax_share, l.detail::jsonb as detail,
         l.credits_invoice_id is not null or l.kind = 'proration_credit' as takes_back,
         coalesce(l.detail::jsonb ->> 'inclusive' = 'true', false) as is_included
  from invoice_line as l
  join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
  where i.kind <> 'imported'),
document as (
  select organization_id, invoice_id, min(finalized_at) as finalized_at, sum(amount) as total,
         sum(amount) filter (where kind <> 'tax') as net,
         sum(amount) filter (where kind not in ('tax', 'discount')) as charges,
         count(*) filter (where kind = 'tax') as taxes, min(item) filter (where kind = 'tax') as rate,
         min(unit::numeric) filter (where kind = 'tax') as percent,
         sum(amount) filter (where kind = 'tax') as tax,
         count(*) filter (where kind = 'discount') as discounts,
         min(item) filter (where kind = 'discount') as coupon,
         min(unit::numeric) filter (where kind = 'discount') as taken,
         sum(amount) filter (where kind = 'discount') as discount,
         bool_or(takes_back) as takes_back,
         bool_or(is_included) as is_included,
         count(distinct is_included) filter (where tax_share <> 0 and kind not in ('tax', 'discount')) as ways,
         exists (select from invoice_line as c where c.organization_id = line.organization_id
                 and c.credits_invoice_id = line.invoice_id) as is_taken_back,
         exists (select from event as e where e.organization_id = line.organization_id and e.type = 'invoice.lowered'
                 and e.payload ->> 'invoice' = line.invoice_id::text) as is_lowered
  from line group by organization_id, invoice_id)
)";

constexpr std::pair<const char *, const char *> ofDocuments[] = {{"a tax", R"(
select organization_id, format('%s on %s, %s %%', tax, net, percent) from document
where taxes = 1 and ways = 1 and not takes_back
  and tax <> round(case when is_included then total * percent / (100 + percent) else net * percent / 100 end))"},
                                                                 {"a price", R"(
select organization_id, format('%s for %s at %s, %s', amount, quantity, unit, detail) from line
where kind in ('plan', 'seat', 'addon', 'proration_charge') and not takes_back and not is_included
  and not coalesce(detail ? 'rated', false) -- a lowered draft has what is left of it
  and amount <> round(case
    when detail ? 'days_of_period'
      then quantity::numeric * unit::numeric * (detail ->> 'days')::numeric / (detail ->> 'days_of_period')::numeric
    when detail ? 'period_from'
      then quantity::numeric * unit::numeric
           * extract(epoch from (detail ->> 'to')::timestamptz - (detail ->> 'from')::timestamptz)
           / extract(epoch from (detail ->> 'period_to')::timestamptz - (detail ->> 'period_from')::timestamptz)
    else quantity::numeric * unit::numeric end))"},
                                                                 {"a discount", R"(
select organization_id, format('%s of %s by %s, %s', discount, charges, coupon, taken) from document
where discounts = 1 and not takes_back and not is_included and not is_lowered
  and -discount <> case when coupon in ('third', 'ever') then round(charges * taken / 100)
                        else least(taken, charges) end)"}};

// Sums alone: of the others a later value replaces an earlier one.
constexpr std::pair<const char *, const char *> ofTheBook[] = {{"what is counted", R"(
select organization_id, format('%s of %s from %s, and its events %s', t.quantity, metric, part_from, e.quantity)
from usage_total as t
full join (select organization_id, metric, part_from, sum(quantity) as quantity from usage_event group by 1, 2, 3) as e
  using (organization_id, metric, part_from)
where metric in ('calls', 'volume', 'api_calls') and part_from > '-infinity'
  and coalesce(t.quantity, 0) <> coalesce(e.quantity, 0))"},
                                                               {"what is billed", R"(
select t.organization_id, format('%s of %s from %s, and counted were %s', t.billed_quantity, t.metric, t.part_from, t.quantity)
from usage_total as t
join usage_part as p on p.organization_id = t.organization_id and p.part_from = t.part_from
join subscription as s on s.organization_id = p.organization_id and s.subscription_id = p.subscription_id
join plan_version as v on v.plan_version_id = p.plan_version_id
cross join lateral (select from jsonb_array_elements(v.definition -> 'charges') as c
                    where c ->> 'metric' = t.metric and c ->> 'currency' = coalesce(p.currency, s.currency)
                    limit 1) as charged
where t.metric in ('calls', 'volume', 'api_calls') and p.billable and p.invoice_id is not null
  and t.quantity <> t.billed_quantity and s.status not in ('paused', 'suspended'))"},
                                                               {"a charge", R"(
select i.organization_id, format('%s charged for invoice %s of %s', a.amount, i.number, i.total)
from invoice as i
join (select t.organization_id, t.invoice_id, sum(t.amount) as amount from payment_attempt as t
      join payment as p on p.organization_id = t.organization_id and p.payment_attempt_id = t.payment_attempt_id
      where not exists (select from payment_reversal as r
                        where r.organization_id = p.organization_id and r.payment_id = p.payment_id)
      group by 1, 2) as a on a.organization_id = i.organization_id and a.invoice_id = i.invoice_id
where a.amount > i.total)"},
                                                               {"where an event counts", R"(
select e.organization_id, format('%s at %s counts from %s', e.key, e.occurred_at, e.part_from)
from usage_event as e
left join usage_event as c on c.organization_id = e.organization_id and c.key = e.corrects
where case when e.corrects is not null then c.part_from is distinct from e.part_from
           -- What was counted in the instant of a cut stays where it was.
           when exists (select from usage_part as p where p.organization_id = e.organization_id
                        and p.part_from = e.part_from and p.part_to = e.occurred_at) then false
           -- Nor does a part take what was counted, in the instant it began, before there was one.
           when e.part_from = '-infinity' and exists (
             select from usage_part as p where p.organization_id = e.organization_id and p.part_from = e.occurred_at)
             and not exists (
             select from usage_part as p where p.organization_id = e.organization_id
               and p.part_from < e.occurred_at and p.part_to >= e.occurred_at) then false
           else e.part_from is distinct from coalesce(
             (select p.part_from from usage_part as p where p.organization_id = e.organization_id
              and p.part_from <= e.occurred_at and p.part_to > e.occurred_at), '-infinity') end)"},
                                                               {"what the provider charged", R"(
select coalesce(a.organization_id, i.organization_id, o.organization_id), format('%s of %s', c.amount, c.idempotency_key)
from simulator_charge as c
cross join (select organization_id from organization order by 1 limit 1) as o
left join payment_attempt as a on a.idempotency_key = c.idempotency_key and a.status in ('succeeded', 'refunded')
left join invoice as i on c.idempotency_key like 'pay:' || i.invoice_id || ':%'
where c.outcome = 'succeeded' and a.amount is distinct from c.amount)"},
                                                               {"what the provider gave back", R"(
select o.organization_id, format('%s of %s', c.amount, c.idempotency_key)
from simulator_refund as c
cross join (select organization_id from organization order by 1 limit 1) as o
left join refund as r on r.idempotency_key = c.idempotency_key and r.status = 'succeeded'
where c.outcome = 'succeeded' and r.amount is distinct from c.amount)"}};

QStringList sentencesOf(const char *what, const store::Rows &rows) {
  QStringList sentences;
  for (const auto row : rows)
    sentences += u"%1 of %2 is not what it comes to: %3"_s.arg(
        QLatin1StringView(what), row.get<OrganizationId>(0).toString(), row.get<QString>(1));
  return sentences;
}

/// What was issued in the instant of a change may have either rate.
QByteArray taxesOfTheDay(const std::vector<RatesSince> &rates) {
  QStringList values;
  for (std::size_t i = 0; i < rates.size(); ++i)
    for (const auto &rate : rates[i].rates)
      values += u"('%1'::timestamptz, '%2'::timestamptz, '%3', %4)"_s.arg(
          toIso(rates[i].since), i + 1 < rates.size() ? toIso(rates[i + 1].since) : u"infinity"_s,
          rate.country, formatDecimal(rate.percent, 6));
  return QByteArray(documents) +
         u", rate (since, until, item, percent) as (values %1) "
         "select d.organization_id, format('%%s issued at %%s with %%s %%%%, and %%s were right', "
         "d.rate, "
         "d.finalized_at, d.percent, r.percent) from document as d join rate as r on r.item = "
         "d.rate "
         "and d.finalized_at > r.since and d.finalized_at < r.until "
         "where d.taxes = 1 and not d.takes_back and not d.is_taken_back and d.percent <> r.percent"_s
             .arg(values.join(u", "_s))
             .replace(u"%%"_s, u"%"_s)
             .toUtf8();
}

} // namespace

Result<QStringList> recomputedOtherwise(store::Database &database,
                                        const std::vector<RatesSince> &rates) {
  QStringList sentences;
  for (const auto &[what, query] : ofDocuments) {
    TENANTRY_TRY(rows, database.adHoc(QByteArray(documents) + query));
    sentences += sentencesOf(what, rows);
  }
  for (const auto &[what, query] : ofTheBook) {
    TENANTRY_TRY(rows, database.adHoc(query));
    sentences += sentencesOf(what, rows);
  }
  TENANTRY_TRY(rows, database.adHoc(taxesOfTheDay(rates)));
  return sentences + sentencesOf("a rate of tax", rows);
}

} // namespace tenantry::tests
