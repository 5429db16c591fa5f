-- SPDX-License-Identifier: GPL-3.0-or-later
-- What store itself asks: who a transaction is, migrations, events.

-- name: enter_organization
select enter_organization(:organization)

-- name: set_actor
select set_actor(:actor)

-- name: has_schema
select to_regclass('tenantry.schema_migration') is not null

-- name: schema_version
select coalesce(max(version), 0) from tenantry.schema_migration

-- name: applied_migrations
select version, name, checksum from tenantry.schema_migration order by version

-- name: record_migration
insert into tenantry.schema_migration (version, name, checksum, applied_at)
values (:version, :name, :checksum, :now)

-- name: record_installation
insert into tenantry.installation (role_prefix, created_at) values (:role_prefix, :now) on conflict do nothing

-- name: role_prefix
select role_prefix from tenantry.installation

-- name: session_login
select session_user::text

-- The groups of staff that the session belongs to; a superuser belongs to all.
-- name: session_groups
select staff.name from installation
cross join unnest(array['administrator', 'finance', 'success', 'support', 'manager'])
  with ordinality as staff (name, position)
where pg_has_role(current_user, installation.role_prefix || '_' || staff.name, 'member')
order by staff.position

-- What the session may do: issue invoices, bring in what another system knows, amend organizations, write invoices off,
-- enter organizations, give people roles.
-- name: session_rights
select has_table_privilege('ledger_entry', 'insert') and has_table_privilege('billed_period', 'insert'),
       has_table_privilege('external_reference', 'insert') and has_table_privilege('organization', 'insert'),
       has_table_privilege('organization', 'update') and has_table_privilege('event', 'insert'),
       has_table_privilege('invoice', 'update') and has_table_privilege('ledger_entry', 'insert'),
       has_table_privilege('subscription', 'update') and has_table_privilege('credit_note', 'insert'),
       has_table_privilege('organization', 'insert') and has_table_privilege('team', 'insert'),
       has_table_privilege('assignment', 'insert') and has_table_privilege('member', 'insert'),
       has_table_privilege('payment', 'insert') and has_table_privilege('refund', 'insert'),
       has_table_privilege('dunning_extension', 'insert') and has_table_privilege('job', 'insert'),
       has_table_privilege('invoice_approval', 'insert') and has_table_privilege('event', 'insert'),
       has_table_privilege('mail', 'update') and has_table_privilege('mail_suppression', 'delete'),
       has_table_privilege('business_version', 'insert') and has_table_privilege('plan_version', 'insert')

-- name: lock_organization
select sequence from organization_head where organization_id = :organization for update

-- Of many, in the order of their keys, so that two of these never wait for each other.
-- name: lock_organizations
select organization_id from organization_head where organization_id = any(:organizations) order by organization_id for update

-- name: advance_head
update organization_head set sequence = sequence + :count
where organization_id = :organization
returning sequence

-- name: append_events
insert into event (organization_id, sequence, type, occurred_at, actor, payload)
select :organization, :first + added.position - 1, added.type, :now, :actor, added.payload
from unnest(:types::text[], :payloads::jsonb[]) with ordinality as added (type, payload, position)

-- Locked in key order, so that two of these never wait for each other.
-- name: advance_heads
with wanted as (
  select added.organization_id, added.count
  from unnest(:organizations::uuid[], :counts::bigint[]) as added (organization_id, count)),
locked as materialized (
  select head.organization_id
  from organization_head as head join wanted using (organization_id)
  order by head.organization_id
  for update of head)
update organization_head as head set sequence = head.sequence + wanted.count
from locked join wanted using (organization_id)
where head.organization_id = locked.organization_id
returning head.organization_id, head.sequence

-- name: leave_dispatch
insert into dispatch (organization_id, due_at)
select waiting.organization_id, :now
from unnest(:organizations::uuid[]) as waiting (organization_id)
order by waiting.organization_id
on conflict do nothing

-- name: hold_start
select pg_advisory_lock(hashtextextended('tenantry.start', 0));

-- Of a pattern the planner expects matches everywhere and would read the table until the limit is reached. Of a word
-- that stands in every row some matches are as good as all.
-- name: read_promptly
select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
       set_config('gin_fuzzy_search_limit', '20000', true), set_config('statement_timeout', '2000', true)

-- The shortest question, to see how long an answer takes.
-- name: ping
select true
