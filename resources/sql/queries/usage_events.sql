-- SPDX-License-Identifier: GPL-3.0-or-later
-- The events behind a total, and what corrects them.

-- The periods that have begun, the latest first.
-- name: usage_periods
select p.period_from, min(p.from_day), max(p.to_day), max(p.part_to)
from usage_part as p
where p.organization_id = :organization and p.period_from <= :now
group by p.period_from order by p.period_from desc limit :most

-- What a metric came to in the parts of a period, and what closed them.
-- name: usage_parts_of_period
select p.part_from, p.part_to, p.billable, p.plan_version_id, coalesce(i.number, ''), i.created_at, t.quantity,
       coalesce(t.events, 0), coalesce(t.billed_quantity, 0)
from usage_part as p
left join usage_total as t on t.organization_id = p.organization_id and t.metric = :metric and t.part_from = p.part_from
left join invoice as i on i.organization_id = p.organization_id and i.invoice_id = p.invoice_id
where p.organization_id = :organization and p.period_from = :period
order by p.part_from

-- The same of what was counted outside of any subscription.
-- name: usage_outside_of_parts
select quantity, events from usage_total
where organization_id = :organization and metric = :metric and part_from = '-infinity'

-- Which invoices have lines of these parts, oldest first.
-- name: usage_lines_of_parts
select l.part_from, i.number, i.created_at
from invoice_line as l
join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
where l.organization_id = :organization and l.kind = 'usage' and l.metric = :metric
  and l.part_from = any(:parts::timestamptz[]) and i.number is not null and i.status <> 'void'
order by i.created_at

-- The latest first; of each part no more than a page is read, in the order of the index. Of a :dimension those with that
-- value alone, or without one; a correction is where the event is that it corrects.
-- name: usage_events_listed
select page.key, page.metric, page.quantity, page.occurred_at, page.recorded_at, page.part_from, page.dimensions,
       coalesce(page.corrects, ''), late.key is not null, coalesce(less.quantity, 0)
from (
  select e.* from unnest(:parts::timestamptz[]) as p (part_from)
  cross join lateral (
    select * from usage_event as o
    where organization_id = :organization and metric = :metric and part_from = p.part_from
      and (occurred_at, key) < (:value, :key)
      and (:dimension::text is null or :wanted::text is not distinct from (
        case when corrects is null then dimensions else (
          select c.dimensions from usage_event as c
          where c.organization_id = o.organization_id and c.key = o.corrects) end ->> :dimension))
    order by occurred_at desc, key desc limit 201) as e
  order by e.occurred_at desc, e.key desc limit :count) as page
left join usage_late as late on late.organization_id = page.organization_id and late.key = page.key
cross join lateral (
  select sum(c.quantity)::bigint as quantity from usage_event as c
  where c.organization_id = page.organization_id and c.corrects = page.key) as less
order by page.occurred_at desc, page.key desc

-- How many have that value, or none.
-- name: usage_events_of_value
select count(*) from (
  select from usage_event as o
  where organization_id = :organization and metric = :metric and part_from = any(:parts::timestamptz[])
    and :wanted::text is not distinct from (
      case when corrects is null then dimensions else (
        select c.dimensions from usage_event as c
        where c.organization_id = o.organization_id and c.key = o.corrects) end ->> :dimension::text)
  limit :most) as counted

-- What the latest events come to by the values of a dimension: as many of each part as is said, in the order of the index.
-- A correction changes the event that it names, and stands where that does; distinct values count in each part, as its
-- total has them; of events at the same instant the highest is the last one. The greatest have a row each, by their place
-- from 1; then come the others together, what has no value (place 0) and all of it (no place). Values begin with "=", so
-- that an empty one is not none.
-- name: usage_by_dimension
with latest as materialized (
  select e.key, e.quantity, e.occurred_at, e.recorded_at,
         coalesce('=' || (e.dimensions ->> :dimension::text), '') collate "C" as value,
         case when :aggregation::text = 'unique'
           then p.part_from::text || ' ' || (e.dimensions ->> :counted::text) end collate "C" as counted
  from unnest(:parts::timestamptz[], :counts::bigint[]) as p (part_from, most)
  cross join lateral (
    select * from usage_event
    where organization_id = :organization and metric = :metric and part_from = p.part_from
    order by occurred_at desc limit p.most) as e
  where e.corrects is null),
correction as (
  select corrects, sum(quantity) as quantity, count(*) as events from usage_event
  where organization_id = :organization and corrects is not null and metric = :metric
    and part_from = any(:parts::timestamptz[])
  group by corrects),
happened as (
  select l.value, l.counted, l.quantity + coalesce(c.quantity, 0) as quantity,
         case when :aggregation = 'last' then array[extract(epoch from l.occurred_at), extract(epoch from l.recorded_at),
           l.quantity + coalesce(c.quantity, 0)] end as latest,
         c.corrects is null as is_whole, 1 + coalesce(c.events, 0) as events
  from latest as l left join correction as c on c.corrects = l.key),
gathered as (
  select value, counted, sum(quantity) as total, max(quantity) as highest, max(latest) as latest,
         bool_or(is_whole) as is_whole, sum(events) as events
  from happened group by value, counted),
measured as (
  select value, sum(events) as events,
         case :aggregation
           when 'max' then max(highest)
           when 'unique' then count(counted) filter (where is_whole)
           when 'last' then (max(latest))[3]
           else sum(total) end as quantity
  from gathered group by value),
ranked as (
  select value, case when value = '' then 0 else least(:top::bigint + 1, row_number() over (
           partition by value = '' order by quantity desc, events desc, value)) end as place
  from measured),
placed as (select place, count(*) as number from ranked group by place)
select r.place, coalesce(min(substr(g.value, 2)), ''),
       coalesce((select c.number from placed as c where c.place = r.place), 0),
       coalesce(case :aggregation
         when 'max' then max(g.highest)
         when 'unique' then count(distinct g.counted) filter (where g.is_whole)
         when 'last' then (max(g.latest))[3]
         else sum(g.total) end, 0)::bigint,
       coalesce(sum(g.events), 0)::bigint
from gathered as g join ranked as r on r.value = g.value
group by grouping sets ((r.place), ())
order by r.place nulls last

-- The dimensions that the latest events have, the most frequent first.
-- name: usage_dimensions
select d.name from unnest(:parts::timestamptz[], :counts::bigint[]) as p (part_from, most)
cross join lateral (
  select dimensions from usage_event
  where organization_id = :organization and metric = :metric and part_from = p.part_from
  order by occurred_at desc limit p.most) as e
cross join lateral jsonb_object_keys(
  case when jsonb_typeof(e.dimensions) = 'object' then e.dimensions else '{}' end) as d (name)
group by d.name order by count(*) desc, d.name collate "C" limit :top

-- One event, likewise.
-- name: usage_event_found
select e.key, e.metric, e.quantity, e.occurred_at, e.recorded_at, e.part_from, e.dimensions, coalesce(e.corrects, ''),
       late.key is not null, coalesce(less.quantity, 0), coalesce(p.period_from, '-infinity')
from usage_event as e
left join usage_late as late on late.organization_id = e.organization_id and late.key = e.key
left join usage_part as p on p.organization_id = e.organization_id and p.part_from = e.part_from
cross join lateral (
  select sum(c.quantity)::bigint as quantity from usage_event as c
  where c.organization_id = e.organization_id and c.corrects = e.key) as less
where e.organization_id = :organization and e.key = :key

-- name: usage_event_known
select exists (select from usage_event where organization_id = :organization and key = :key)

-- name: usage_may_correct
select has_table_privilege('usage_event', 'insert') and has_table_privilege('usage_total', 'insert')
