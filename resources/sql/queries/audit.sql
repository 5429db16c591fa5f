-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chain of the audit trail: sealing and verifying.

-- name: audit_try_lock
select pg_try_advisory_xact_lock(hashtextextended('tenantry.audit_seal', 0));

-- An entry that is gone before it is sealed stays named in its segment, so that the verifier misses it.
-- name: audit_seal
with taken as (
  delete from audit_pending
  where (organization_id, entry_id) in (
    select organization_id, entry_id from audit_pending order by organization_id, entry_id limit :limit)
  returning organization_id, entry_id),
grouped as (
  select taken.organization_id, array_agg(taken.entry_id order by taken.entry_id) as entry_ids,
         array_agg(case when entry.entry_id is not null
                        then audit_digest(salt, occurred_at, actor, table_name, operation, old_row, new_row) end
                   order by taken.entry_id) as entry_digests
  from taken
  left join audit_entry as entry on entry.organization_id = taken.organization_id and entry.entry_id = taken.entry_id
  group by taken.organization_id),
linked as (
  select grouped.organization_id, grouped.entry_ids, grouped.entry_digests,
         coalesce(last.segment, 0) + 1 as segment,
         coalesce(last.digest, decode(repeat('00', 32), 'hex')) as previous_digest
  from grouped
  left join lateral (
    select sealed.segment, sealed.digest
    from audit_segment as sealed
    where sealed.organization_id = grouped.organization_id
    order by sealed.segment desc
    limit 1) as last on true),
written as (
  insert into audit_segment (organization_id, segment, entry_ids, entry_digests, previous_digest, digest, sealed_at)
  select organization_id, segment, entry_ids, entry_digests, previous_digest,
         audit_link(previous_digest, entry_digests), :now
  from linked
  returning cardinality(entry_ids) as entries)
select coalesce(sum(entries), 0)::bigint from written;

-- name: audit_sizes
select (select count(*) from audit_entry), (select count(*) from audit_segment), (select count(*) from audit_pending);

-- name: audit_changed_entries
select entry.organization_id, entry.entry_id
from audit_segment as segment
cross join lateral unnest(segment.entry_ids, segment.entry_digests) as sealed (entry_id, digest)
join audit_entry as entry on entry.organization_id = segment.organization_id and entry.entry_id = sealed.entry_id
where sealed.digest
  is distinct from audit_digest(salt, occurred_at, actor, table_name, operation, old_row, new_row)
order by entry.organization_id, entry.entry_id
limit :limit;

-- name: audit_missing_entries
select segment.organization_id, sealed.entry_id
from audit_segment as segment
cross join lateral unnest(segment.entry_ids) as sealed (entry_id)
left join audit_entry as entry
  on entry.organization_id = segment.organization_id and entry.entry_id = sealed.entry_id
where entry.entry_id is null
order by segment.organization_id, sealed.entry_id
limit :limit;

-- name: audit_unsealed_entries
select entry.organization_id, entry.entry_id
from audit_entry as entry
where not exists (
    select from audit_pending as pending
    where pending.organization_id = entry.organization_id and pending.entry_id = entry.entry_id)
  and (entry.organization_id, entry.entry_id) not in (
    select segment.organization_id, sealed.entry_id
    from audit_segment as segment
    cross join lateral unnest(segment.entry_ids) as sealed (entry_id))
order by entry.organization_id, entry.entry_id
limit :limit;

-- name: audit_broken_segments
select organization_id, segment
from audit_segment
where digest is distinct from audit_link(previous_digest, entry_digests)
order by organization_id, segment
limit :limit;

-- name: audit_unlinked_segments
select linked.organization_id, linked.segment
from (select organization_id, segment, previous_digest,
             lag(digest, 1, decode(repeat('00', 32), 'hex')) over (partition by organization_id order by segment)
               as expected
      from audit_segment) as linked
where linked.previous_digest is distinct from linked.expected
order by linked.organization_id, linked.segment
limit :limit;

-- name: audit_segment_gaps
select numbered.organization_id, numbered.segment
from (select organization_id, segment,
             lag(segment, 1, 0::bigint) over (partition by organization_id order by segment) as before
      from audit_segment) as numbered
where numbered.segment <> numbered.before + 1
order by numbered.organization_id, numbered.segment
limit :limit;
