-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counting usage. Everything that takes locks is sent sorted: organization, then key or metric and part.

-- name: usage_parts
select organization_id, part_from, part_to, period_from, subscription_id
from usage_part
where organization_id = any(:organizations) and part_to > :since

-- name: usage_known_organizations
select organization_id from organization_head where organization_id = any(:organizations)

-- Which of these are there already: they are sent again.
-- name: usage_events_stored
select e.organization_id, e.key
from unnest(:organizations::uuid[], :keys::text[]) as x (organization_id, key)
join usage_event as e on e.organization_id = x.organization_id and e.key = x.key

-- What is left of events that are to be corrected.
-- name: usage_corrected
select e.organization_id, e.key, e.metric, e.quantity + coalesce(less.quantity, 0), e.part_from, e.corrects is not null
from (select distinct organization_id, key
      from unnest(:organizations::uuid[], :keys::text[]) as given (organization_id, key)) as x
join usage_event as e on e.organization_id = x.organization_id and e.key = x.key
cross join lateral (
  select sum(c.quantity)::bigint as quantity from usage_event as c
  where c.organization_id = e.organization_id and c.corrects = e.key) as less

-- The positions, from 1, of those that were there already.
-- name: usage_events_insert
with sent as (
  select *
  from unnest(:organizations::uuid[], :keys::text[], :metrics::text[], :quantities::bigint[],
              :occurred::timestamptz[], :parts::timestamptz[], :dimensions::jsonb[], :corrects::text[])
    with ordinality as x (organization_id, key, metric, quantity, occurred_at, part_from, dimensions, corrects,
                          position)),
kept as (
  insert into usage_event (organization_id, key, metric, quantity, occurred_at, recorded_at, part_from, dimensions,
                           corrects)
  select organization_id, key, metric, quantity, occurred_at, :now, part_from, dimensions, corrects
  from sent order by position
  on conflict do nothing
  returning organization_id, key)
select sent.position
from sent
left join kept on kept.organization_id = sent.organization_id and kept.key = sent.key
where kept.key is null

-- name: usage_values_add
with fresh as (
  insert into usage_distinct (organization_id, metric, part_from, value)
  select x.organization_id, x.metric, x.part_from, x.value
  from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[], :values::text[])
    with ordinality as x (organization_id, metric, part_from, value, position)
  order by x.position
  on conflict do nothing
  returning organization_id, metric, part_from)
select organization_id, metric, part_from, count(*) from fresh group by 1, 2, 3

-- Gives the totals that have reached four fifths of a limit, with what is used in the whole period. Parts that share
-- their period with others are named (split_…): only those need a look at the others, in what this statement has
-- just written and in what was there.
-- name: usage_totals_add
with added as (
  insert into usage_total as t (organization_id, metric, part_from, quantity, events, last_occurred_at,
                                last_recorded_at)
  select x.organization_id, x.metric, x.part_from, x.quantity, x.events, x.last_occurred_at, :now
  from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[], :quantities::bigint[],
              :events::bigint[], :lasts::timestamptz[])
    with ordinality as x (organization_id, metric, part_from, quantity, events, last_occurred_at, position)
  order by x.position
  on conflict (organization_id, metric, part_from) do update set
    quantity = case :aggregation::text
      when 'max' then greatest(t.quantity, excluded.quantity)
      when 'last' then case
        when (excluded.last_occurred_at, excluded.last_recorded_at) >= (t.last_occurred_at, t.last_recorded_at)
        then excluded.quantity else t.quantity end
      else t.quantity + excluded.quantity end,
    events = t.events + excluded.events,
    last_occurred_at = greatest(t.last_occurred_at, excluded.last_occurred_at),
    last_recorded_at = case
      when (excluded.last_occurred_at, excluded.last_recorded_at) >= (t.last_occurred_at, t.last_recorded_at)
      then excluded.last_recorded_at else t.last_recorded_at end
  returning organization_id, metric, part_from, quantity)
select a.organization_id, a.metric, a.part_from, period.used, bound.quantity
from added as a
join unnest(:limit_metrics::text[], :scales::bigint[], :mosts::bigint[]) as m (metric, scale, most)
  on m.metric = a.metric
join organization_limit as l on l.organization_id = a.organization_id and l.metric = a.metric
left join unnest(:split_organizations::uuid[], :split_parts::timestamptz[], :split_periods::timestamptz[])
  as s (organization_id, part_from, period_from)
  on s.organization_id = a.organization_id and s.part_from = a.part_from
cross join lateral (
  select case when s.period_from is null then a.quantity else (
    select case :aggregation::text
             when 'max' then max(coalesce(b.quantity, o.quantity))
             when 'last' then (array_agg(coalesce(b.quantity, o.quantity) order by p.part_from desc)
                               filter (where coalesce(b.quantity, o.quantity) is not null))[1]
             else sum(coalesce(b.quantity, o.quantity)) end::bigint
    from usage_part as p
    left join added as b
      on b.organization_id = p.organization_id and b.metric = a.metric and b.part_from = p.part_from
    left join usage_total as o
      on o.organization_id = p.organization_id and o.metric = a.metric and o.part_from = p.part_from
    where p.organization_id = a.organization_id and p.period_from = s.period_from) end as used) as period
cross join lateral (select least(l.limit_value, m.most) * m.scale as quantity) as bound
where l.limit_value > 0 and a.part_from > '-infinity' and period.used >= bound.quantity - bound.quantity / 5

-- name: usage_alerts_raise
insert into usage_alert (organization_id, metric, period_from, threshold, raised_at)
select x.organization_id, x.metric, x.period_from, x.threshold, :now
from unnest(:organizations::uuid[], :metrics::text[], :periods::timestamptz[], :thresholds::bigint[])
  with ordinality as x (organization_id, metric, period_from, threshold, position)
order by x.position
on conflict do nothing
returning organization_id, metric, period_from, threshold::bigint

-- What each metric stands at in a period. One that keeps its last value begins with that of the parts before. What is
-- reserved counts until it runs out, whether it was removed by then or not.
-- name: usage_standing
with parts as materialized (
  select part_from from usage_part where organization_id = :organization and period_from = :period
  union all select :period::timestamptz where :period::timestamptz = '-infinity')
select m.metric, case when l.limit_value > 0 then least(l.limit_value, m.most) * m.scale else l.limit_value end,
       coalesce(l.kind = 'hard', false),
       coalesce(case m.aggregation
                  when 'max' then here.highest
                  when 'last' then coalesce(here.latest, (
                    select t.quantity from usage_total as t
                    where t.organization_id = :organization and t.metric = m.metric
                      and t.part_from < (select min(part_from) from parts)
                    order by t.part_from desc limit 1))
                  else here.total end, 0),
       coalesce(h.quantity, 0) - case when h.quantity > 0 then (
         select coalesce(sum(r.quantity), 0)::bigint from usage_reservation as r
         where r.organization_id = :organization and r.metric = m.metric and r.expires_at <= :now) else 0 end
from unnest(:metrics::text[], :aggregations::text[], :scales::bigint[], :mosts::bigint[])
  as m (metric, aggregation, scale, most)
left join organization_limit as l on l.organization_id = :organization and l.metric = m.metric
left join usage_hold as h on h.organization_id = :organization and h.metric = m.metric
cross join lateral (
  select sum(t.quantity)::bigint as total, max(t.quantity) as highest,
         (array_agg(t.quantity order by t.part_from desc))[1] as latest
  from usage_total as t
  where t.organization_id = :organization and t.metric = m.metric and t.part_from in (select part_from from parts))
  as here
order by m.metric

-- name: usage_total_lock
select quantity from usage_total
where organization_id = :organization and metric = :metric and part_from = :part
for update

-- name: usage_total_set
update usage_total set quantity = :quantity
where organization_id = :organization and metric = :metric and part_from = :part

-- name: usage_total_add_events
update usage_total set events = events + :events
where organization_id = :organization and metric = :metric and part_from = :part

-- Values that no event has any more which was not corrected.
-- name: usage_values_forget
delete from usage_distinct as d
where d.organization_id = :organization and d.metric = :metric and d.part_from = :part
  and not exists (
    select from usage_event as e
    where e.organization_id = :organization and e.metric = :metric and e.part_from = :part and e.corrects is null
      and e.dimensions ->> :dimension::text = d.value
      and not exists (select from usage_event as c
                      where c.organization_id = :organization and c.metric = :metric and c.part_from = :part
                        and c.corrects = e.key))

-- Totals that are not what their events come to: of everything, or of one part of one organization. A correction
-- changes the event that it names; one that counts distinct values no longer counts that event. Of events at the
-- same instant any may be the last one. A correction that is only thought of (:corrects, :taken) counts as well.
-- name: usage_recount
with defined as (
  select * from unnest(:metrics::text[], :aggregations::text[], :dimensions::text[])
    as d (metric, aggregation, dimension)),
stored as (
  select t.organization_id, t.metric, t.part_from, t.quantity
  from usage_total as t join defined using (metric)
  where (:organization::uuid is null or t.organization_id = :organization)
    and (:part::timestamptz is null or t.part_from = :part)),
correction as (
  select organization_id, corrects, sum(quantity) as quantity
  from (
    select organization_id, corrects, quantity
    from usage_event
    where corrects is not null and (:organization::uuid is null or organization_id = :organization)
      and (:part::timestamptz is null or part_from = :part)
    union all
    select :organization::uuid, :corrects::text, :taken::bigint where :corrects::text is not null) as taken
  group by organization_id, corrects),
happened as (
  select e.organization_id, e.metric, e.part_from, d.aggregation, e.key, e.occurred_at, e.recorded_at,
         e.dimensions ->> d.dimension as value, e.quantity + coalesce(c.quantity, 0) as quantity,
         c.corrects is not null as corrected
  from usage_event as e
  join defined as d using (metric)
  left join correction as c on c.organization_id = e.organization_id and c.corrects = e.key
  where e.corrects is null and (:organization::uuid is null or e.organization_id = :organization)
    and (:part::timestamptz is null or e.part_from = :part)),
counted as (
  select h.organization_id, h.metric, h.part_from,
         case min(h.aggregation)
           when 'max' then max(h.quantity)
           when 'unique' then count(distinct h.value) filter (where h.aggregation = 'unique' and not h.corrected)
           when 'last' then (array_agg(h.quantity order by h.occurred_at desc, h.recorded_at desc,
                                       h.quantity is not distinct from s.quantity desc, h.key collate "C" desc)
                             filter (where h.aggregation = 'last'))[1]
           else sum(h.quantity) end::bigint as quantity
  from happened as h
  left join stored as s using (organization_id, metric, part_from)
  group by 1, 2, 3)
select organization_id, metric, part_from, coalesce(s.quantity, 0), coalesce(c.quantity, 0)
from stored as s full join counted as c using (organization_id, metric, part_from)
where s.quantity is distinct from c.quantity
order by 1, 2, 3

-- name: usage_members
select count(distinct member_id), min(expires_at) from assignment
where organization_id = :organization and ended_at is null and (expires_at is null or expires_at > :now)

-- name: usage_counted_metrics
select changed.metric from unnest(:metrics::text[]) as changed (metric)
where exists (select from usage_total as t where t.metric = changed.metric) order by changed.metric

-- What each metric came to in the latest periods that have begun, oldest first; none where nothing was counted.
-- name: usage_history
with parts as materialized (
  select part_from, period_from, from_day, to_day from usage_part
  where organization_id = :organization and period_from >= (
    select min(period_from) from (
      select distinct period_from from usage_part
      where organization_id = :organization and period_from <= :now
      order by period_from desc limit :most) as latest))
select p.period_from, min(p.from_day), max(p.to_day), m.metric,
       (case m.aggregation
          when 'max' then max(t.quantity)
          when 'last' then (array_agg(t.quantity order by t.part_from desc) filter (where t.quantity is not null))[1]
          else sum(t.quantity) end)::bigint
from parts as p
cross join unnest(:metrics::text[], :aggregations::text[]) as m (metric, aggregation)
left join usage_total as t
  on t.organization_id = :organization and t.metric = m.metric and t.part_from = p.part_from
where p.period_from <= :now
group by p.period_from, m.metric, m.aggregation
order by p.period_from, m.metric

-- What is known of these keys: what they hold, and whether an event of that key was counted.
-- name: usage_keys_known
select k.key, r.metric, r.quantity, r.expires_at, e.key is not null
from unnest(:keys::text[]) as k (key)
left join usage_reservation as r on r.organization_id = :organization and r.key = k.key and r.expires_at > :now
left join usage_event as e on e.organization_id = :organization and e.key = k.key
where r.key is not null or e.key is not null

-- name: usage_reserve
with kept as (
  insert into usage_reservation (organization_id, key, metric, quantity, reserved_at, expires_at)
  select :organization, x.key, x.metric, x.quantity, :now, :expires
  from unnest(:keys::text[], :metrics::text[], :quantities::bigint[])
    with ordinality as x (key, metric, quantity, position)
  order by x.position
  returning metric, quantity)
insert into usage_hold as h (organization_id, metric, quantity)
select :organization, metric, sum(quantity) from kept group by metric order by metric
on conflict (organization_id, metric) do update set quantity = h.quantity + excluded.quantity

-- Removes these reservations, or those that have run out, and lowers what is held.
-- name: usage_reservations_end
with gone as (
  delete from usage_reservation
  where organization_id = :organization
    and (key = any(:keys::text[]) or (:keys::text[] is null and expires_at <= :now))
  returning metric, quantity),
lowered as (
  update usage_hold as h set quantity = h.quantity - g.quantity
  from (select metric, sum(quantity)::bigint as quantity from gone group by metric) as g
  where h.organization_id = :organization and h.metric = g.metric)
select count(*) from gone

-- Whether that plan version was suggested in that period already.
-- name: upgrade_is_suggested
select exists (
  select from event
  where organization_id = :organization and type = 'usage.upgrade_suggested'
    and payload ->> 'plan_version' = :version and payload ->> 'period_from' = :period_from)
