-- SPDX-License-Identifier: GPL-3.0-or-later
-- Usage over all organizations. Where each stands in its running period is added up from the totals of the parts, one look
-- for each live subscription: totals have no index by their quantity, which every counted event would have to move.

-- name: usage_top
with standing as (
  select s.organization_id, s.plan_id, s.period_to, u.used, l.limit_value >= 0 as limited, l.kind = 'hard' as hard,
         least(l.limit_value, :most) * :scale as bound
  from subscription as s
  cross join lateral (
    select case when :aggregation = 'last' then (
      select t.quantity from usage_total as t
      where t.organization_id = s.organization_id and t.metric = :metric and t.part_from < s.period_to_at
      order by t.part_from desc limit 1) else (
      select case when :aggregation = 'max' then max(t.quantity) else sum(t.quantity) end::bigint from usage_total as t
      where t.organization_id = s.organization_id and t.metric = :metric and t.part_from >= s.period_from_at
        and t.part_from < s.period_to_at) end as used) as u
  left join organization_limit as l on l.organization_id = s.organization_id and l.metric = :metric
  where s.ended_at is null and u.used > 0),
shared as (
  select *, case when limited and bound > 0 then least(used::numeric * 1000 / bound, 1000000000)::bigint
                 when limited then 1000 else -1 end as share
  from standing),
sorted as (
  select *, case when :by_share then share else used end as place from shared where share >= :level)
select x.organization_id, o.name, x.plan_id, x.period_to, x.used, x.limited is true, x.hard is true, coalesce(x.bound, 0),
       x.share, x.place
from sorted as x join organization as o on o.organization_id = x.organization_id
where (x.place, x.organization_id) < (:place, :organization)
order by x.place desc, x.organization_id desc limit :count

-- How many use a metric, and how many have reached so much of their limit.
-- name: usage_levels
with standing as (
  select u.used, l.limit_value >= 0 as limited, least(l.limit_value, :most) * :scale as bound
  from subscription as s
  cross join lateral (
    select case when :aggregation = 'last' then (
      select t.quantity from usage_total as t
      where t.organization_id = s.organization_id and t.metric = :metric and t.part_from < s.period_to_at
      order by t.part_from desc limit 1) else (
      select case when :aggregation = 'max' then max(t.quantity) else sum(t.quantity) end::bigint from usage_total as t
      where t.organization_id = s.organization_id and t.metric = :metric and t.part_from >= s.period_from_at
        and t.part_from < s.period_to_at) end as used) as u
  left join organization_limit as l on l.organization_id = s.organization_id and l.metric = :metric
  where s.ended_at is null and u.used > 0),
shared as (
  select case when limited and bound > 0 then least(used::numeric * 1000 / bound, 1000000000)::bigint
              when limited then 1000 else -1 end as share
  from standing)
select count(*), count(*) filter (where share >= 800), count(*) filter (where share >= 900),
       count(*) filter (where share >= 1000)
from shared

-- Events by the time at which they were recorded, in steps from :since on.
-- name: usage_recorded
select floor(extract(epoch from recorded_at - :since::timestamptz) / :seconds::bigint)::bigint as place, count(*)
from usage_event where recorded_at >= :since and recorded_at < :until
group by 1 order by 1

-- name: usage_late_insert
insert into usage_late (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from, ended_at)
select x.organization_id, x.key, x.metric, x.quantity, x.occurred_at, :now, x.part_from, p.part_to
from unnest(:organizations::uuid[], :keys::text[], :metrics::text[], :quantities::bigint[], :occurred::timestamptz[],
            :parts::timestamptz[]) with ordinality
  as x (organization_id, key, metric, quantity, occurred_at, part_from, position)
join usage_part as p on p.organization_id = x.organization_id and p.part_from = x.part_from
where p.part_to <= :now
order by x.position
on conflict do nothing

-- The latest first. What became of one: the closing invoice of its part was there before it or not, a later invoice bills
-- the difference, or its part comes to what was billed.
-- name: usage_late_listed
select page.organization_id, page.key, o.name, page.metric, page.quantity, page.occurred_at, page.recorded_at,
       page.ended_at, p.from_day, p.to_day, coalesce(closing.number, ''),
       coalesce(closing.created_at < page.recorded_at, false), coalesce(billed.number, ''), t.quantity is distinct from t.billed_quantity,
       p.billable, p.plan_version_id
from (
  select * from usage_late
  where (recorded_at, organization_id, key) < (:value, :organization, :key) and (:metric = '' or metric = :metric)
  order by recorded_at desc, organization_id desc, key desc limit 201) as page
join organization as o on o.organization_id = page.organization_id
join usage_part as p on p.organization_id = page.organization_id and p.part_from = page.part_from
left join usage_total as t on t.organization_id = page.organization_id and t.metric = page.metric
  and t.part_from = page.part_from
left join invoice as closing on closing.organization_id = page.organization_id and closing.invoice_id = p.invoice_id
left join lateral (
  select i.number from invoice_line as l
  join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
  where l.organization_id = page.organization_id and l.kind = 'usage' and l.metric = page.metric
    and l.part_from = page.part_from and l.invoice_id <> p.invoice_id and i.created_at >= page.recorded_at
  order by i.created_at limit 1) as billed on true
order by page.recorded_at desc, page.organization_id desc, page.key desc limit :count

-- name: usage_late_counted
select count(*) from (
  select from usage_late where (:metric = '' or metric = :metric) limit :most) as counted
