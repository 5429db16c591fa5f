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

-- The latest first; of each part no more than a page is read, in the order of the index.
-- name: usage_events_listed
select page.key, page.metric, page.quantity, page.occurred_at, page.recorded_at, page.part_from, page.dimensions,
       coalesce(page.corrects, ''), late.key is not null, coalesce(less.quantity, 0)
from (
  select e.* from unnest(:parts::timestamptz[]) as p (part_from)
  cross join lateral (
    select * from usage_event
    where organization_id = :organization and metric = :metric and part_from = p.part_from
      and (occurred_at, key) < (:value, :key)
    order by occurred_at desc, key desc limit 201) as e
  order by e.occurred_at desc, e.key desc limit :count) as page
left join usage_late as late on late.organization_id = page.organization_id and late.key = page.key
cross join lateral (
  select sum(c.quantity)::bigint as quantity from usage_event as c
  where c.organization_id = page.organization_id and c.corrects = page.key) as less
order by page.occurred_at desc, page.key desc

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
