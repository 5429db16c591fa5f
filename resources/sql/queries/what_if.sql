-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a change of the business would have come to (services/billing/what_if), organization by organization, by their ids
-- in (:after, :last].

-- name: what_if_range
select organization_id from organization where organization_id > :after order by organization_id limit :count

-- Days that were billed in advance, by an invoice or beside a greater credit on its note: those that stand, which changes
-- have cut, with the price they were sold at. Equal ones of an organization are one row, where no coupon discounts them.
-- name: what_if_fees
select b.organization_id, l.detail ->> 'plan', (l.detail ->> 'plan_version')::bigint, l.detail ->> 'interval', b.item,
       coalesce(i.currency, n.currency), l.unit, l.quantity, s.seats, upper(b.span) - lower(b.span) as days,
       coalesce((l.detail ->> 'days_of_period')::integer,
                round(extract(epoch from (l.detail ->> 'period_to')::timestamptz
                                         - (l.detail ->> 'period_from')::timestamptz) / 86400)::integer,
                l.to_day - l.from_day) as days_of_period,
       count(*), c.subscription_id, case when c.subscription_id is not null then b.invoice_id end,
       case when c.subscription_id is not null then i.period_index end,
       case when c.subscription_id is not null then l.to_day - l.from_day end
from billed_period as b
join invoice_line as l
  on l.organization_id = b.organization_id and l.invoice_id = b.invoice_id and l.line_no = b.line_no
join subscription as s on s.organization_id = b.organization_id and s.subscription_id = b.subscription_id
left join (select distinct organization_id, subscription_id from coupon_redemption
           where organization_id > :after and organization_id <= :last) as c
  on c.organization_id = b.organization_id and c.subscription_id = b.subscription_id
left join invoice as i on i.organization_id = b.organization_id and i.invoice_id = b.invoice_id
left join credit_note as n on n.organization_id = b.organization_id and n.credit_note_id = b.invoice_id
where b.organization_id > :after and b.organization_id <= :last
  and not isempty(b.span) and lower(b.span) >= :from and lower(b.span) < :to
  and l.detail ->> 'plan' = any(:plans)
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16
order by b.organization_id

-- What else stands on documents that a coupon discounts, of plans that stay as they are and of add-ons: it bears its share
-- of an amount that is taken off the whole.
-- name: what_if_beside
select b.organization_id, b.subscription_id, b.invoice_id, i.period_index, coalesce(i.currency, n.currency), l.unit,
       l.quantity, l.to_day - l.from_day,
       coalesce((l.detail ->> 'days_of_period')::integer,
                round(extract(epoch from (l.detail ->> 'period_to')::timestamptz
                                         - (l.detail ->> 'period_from')::timestamptz) / 86400)::integer,
                l.to_day - l.from_day)
from (select distinct organization_id, subscription_id from coupon_redemption
      where organization_id > :after and organization_id <= :last) as c
join billed_period as b on b.organization_id = c.organization_id and b.subscription_id = c.subscription_id
join invoice_line as l
  on l.organization_id = b.organization_id and l.invoice_id = b.invoice_id and l.line_no = b.line_no
left join invoice as i on i.organization_id = b.organization_id and i.invoice_id = b.invoice_id
left join credit_note as n on n.organization_id = b.organization_id and n.credit_note_id = b.invoice_id
where not isempty(b.span) and lower(b.span) >= :from and lower(b.span) < :to
  and not coalesce(l.detail ->> 'plan' = any(:plans), false)
order by b.organization_id, b.invoice_id, b.line_no

-- The coupons of each subscription, with the documents of which each has discounted a charge: what a credit brings along says
-- nothing of what stands beside it.
-- name: what_if_coupons
select c.organization_id, c.subscription_id, c.position::integer, c.definition, c.from_index, c.to_index, l.invoice_id
from coupon_redemption as c
left join lateral (
  select distinct l.invoice_id from invoice_line as l
  cross join json_array_elements(l.detail -> 'coupons') as taken
  where l.organization_id = c.organization_id and l.amount > 0 and taken ->> 'coupon' = c.coupon_id) as l on true
where c.organization_id > :after and c.organization_id <= :last
order by c.organization_id, c.subscription_id, c.position

-- Every part of usage that has ended, also those before the time looked at: what they carry on counts in it.
-- name: what_if_usage
select p.organization_id, p.subscription_id, p.plan_version_id, coalesce(p.currency, s.currency), p.part_from, p.part_to, p.from_day,
       p.billable, t.metric, t.quantity, p.own_limits, p.invoice_id,
       case when p.invoice_id is null then s.invoice_index else i.period_index end
from usage_part as p
join subscription as s on s.organization_id = p.organization_id and s.subscription_id = p.subscription_id
left join (select distinct organization_id, subscription_id from coupon_redemption
           where organization_id > :after and organization_id <= :last) as c
  on c.organization_id = p.organization_id and c.subscription_id = p.subscription_id
left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = p.invoice_id
left join usage_total as t on t.organization_id = p.organization_id and t.part_from = p.part_from
where p.organization_id > :after and p.organization_id <= :last
  and p.part_from < p.part_to and p.part_to <= :now and p.from_day < :to
order by p.organization_id, p.part_from

-- How much of these metrics the running period has seen, as sum and as maximum, with the limit that held and what of
-- it add-ons gave. One that a contract gave stays.
-- name: what_if_counted
select s.organization_id, s.plan_version_id, t.metric, l.limit_value, sum(t.quantity)::bigint, max(t.quantity),
       coalesce(max(added.more), 0)::bigint
from subscription as s
join usage_part as p on p.organization_id = s.organization_id and p.period_from = s.period_from_at
join usage_total as t on t.organization_id = p.organization_id and t.part_from = p.part_from
left join organization_limit as l on l.organization_id = s.organization_id and l.metric = t.metric
left join lateral (
  select sum((item -> 'addon' -> 'limits' ->> t.metric)::bigint * (item ->> 'quantity')::bigint) as more
  from jsonb_array_elements(s.items) as item) as added on true
where s.organization_id > :after and s.organization_id <= :last
  and s.ended_at is null and s.plan_version_id = any(:versions) and t.metric = any(:metrics)
  and not coalesce(jsonb_exists(s.own_limits, t.metric), false)
group by 1, 2, 3, 4
order by 1, 3

-- name: what_if_last
select distinct on (s.organization_id, t.metric)
       s.organization_id, s.plan_version_id, t.metric, l.limit_value, t.quantity, t.quantity,
       coalesce(added.more, 0)::bigint
from subscription as s
join usage_total as t on t.organization_id = s.organization_id
left join organization_limit as l on l.organization_id = s.organization_id and l.metric = t.metric
left join lateral (
  select sum((item -> 'addon' -> 'limits' ->> t.metric)::bigint * (item ->> 'quantity')::bigint) as more
  from jsonb_array_elements(s.items) as item) as added on true
where s.organization_id > :after and s.organization_id <= :last
  and s.ended_at is null and s.plan_version_id = any(:versions) and t.metric = any(:metrics)
  and not coalesce(jsonb_exists(s.own_limits, t.metric), false)
order by s.organization_id, t.metric, t.part_from desc

-- name: what_if_distinct
select s.organization_id, s.plan_version_id, d.metric, l.limit_value, count(distinct d.value), count(distinct d.value),
       coalesce(max(added.more), 0)::bigint
from subscription as s
join usage_part as p on p.organization_id = s.organization_id and p.period_from = s.period_from_at
join usage_distinct as d on d.organization_id = p.organization_id and d.part_from = p.part_from
left join organization_limit as l on l.organization_id = s.organization_id and l.metric = d.metric
left join lateral (
  select sum((item -> 'addon' -> 'limits' ->> d.metric)::bigint * (item ->> 'quantity')::bigint) as more
  from jsonb_array_elements(s.items) as item) as added on true
where s.organization_id > :after and s.organization_id <= :last
  and s.ended_at is null and s.plan_version_id = any(:versions) and d.metric = any(:metrics)
  and not coalesce(jsonb_exists(s.own_limits, d.metric), false)
group by 1, 2, 3, 4
order by 1, 3

-- name: what_if_names
select organization_id, name from organization where organization_id = any(:organizations)
