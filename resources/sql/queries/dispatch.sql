-- SPDX-License-Identifier: GPL-3.0-or-later
-- Events on their way to the consumers.

-- A lease that lies further ahead than any was given by a clock that was wrong.
-- name: dispatch_take
with due as (
  select organization_id
  from dispatch
  where due_at <= :now or due_at > :latest
  order by due_at, organization_id
  limit :limit
  for update skip locked)
update dispatch
set due_at = :lease_until
from due
where dispatch.organization_id = due.organization_id
returning dispatch.organization_id;

-- name: dispatch_positions
select organization_id, consumer, sequence
from consumer_position
where organization_id = any (:organizations);

-- name: dispatch_events
select found.organization_id, found.sequence, found.type, found.occurred_at, found.actor, found.payload
from unnest(:organizations::uuid[], :positions::bigint[]) as wanted (organization_id, position)
cross join lateral (
  select event.*
  from event
  where event.organization_id = wanted.organization_id and event.sequence > wanted.position
  order by event.sequence
  limit :limit) as found
order by found.organization_id, found.sequence;

-- The position is the consumer's lock: two dispatchers that read the same events cannot both move it.
-- name: dispatch_move
insert into consumer_position (organization_id, consumer, sequence)
values (:organization, :consumer, :to)
on conflict (organization_id, consumer) do update
  set sequence = excluded.sequence
  where consumer_position.sequence = :from;

-- name: dispatch_skip
insert into consumer_position (organization_id, consumer, sequence)
select skipped.organization_id, skipped.consumer, skipped.sequence
from unnest(:organizations::uuid[], :consumers::text[], :sequences::bigint[])
  as skipped (organization_id, consumer, sequence)
order by skipped.organization_id, skipped.consumer
on conflict (organization_id, consumer) do update
  set sequence = excluded.sequence
  where consumer_position.sequence < excluded.sequence;

-- name: dispatch_tell
select pg_notify(:channel, :payload);

-- name: dispatch_lock_heads
select organization_id, sequence
from organization_head
where organization_id = any (:organizations)
order by organization_id
for no key update skip locked;

-- name: dispatch_drop
delete from dispatch
where organization_id = any (:organizations) and due_at = :lease_until;

-- name: dispatch_again
update dispatch
set due_at = :due_at
where organization_id = any (:organizations) and due_at = :lease_until;

-- name: dispatch_next_due
select min(due_at) from dispatch;
