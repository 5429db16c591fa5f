-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles, the functions that every table of the house uses, and the tables that are nobody's in particular:
-- events, jobs, audit. Runs as a superuser or as a role that may create roles.

do $$
declare
  suffix text;
begin
  foreach suffix in array array['owner', 'bulk', 'tenant', 'worker', 'success', 'finance', 'support', 'manager',
                                'administrator'] loop
    if not exists (select from pg_roles where rolname = '@prefix@_' || suffix) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole', '@prefix@_' || suffix);
    end if;
  end loop;
  -- COPY refuses a table under row-level security for anyone but its owner: the worker writes in bulk as a member
  -- of the role that owns those tables, and nobody else is one.
  if not pg_has_role('@prefix@_worker', '@prefix@_bulk', 'member') then
    execute format('grant %I to %I', '@prefix@_bulk', '@prefix@_worker');
  end if;
  -- The checks of the schema's own functions see those tables too.
  if not pg_has_role('@prefix@_owner', '@prefix@_bulk', 'member') then
    execute format('grant %I to %I', '@prefix@_bulk', '@prefix@_owner');
  end if;
  -- Handing a table over needs membership; a superuser has it already.
  if not pg_has_role(current_user, '@prefix@_owner', 'member') then
    execute format('grant %I, %I to %I', '@prefix@_owner', '@prefix@_bulk', current_user);
  end if;
end
$$;

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;

grant usage on schema tenantry to "@prefix@_bulk", "@prefix@_tenant", "@prefix@_worker", "@prefix@_success",
  "@prefix@_finance", "@prefix@_support", "@prefix@_manager", "@prefix@_administrator";
alter schema tenantry owner to "@prefix@_owner";
revoke create on schema public from public;

-- Every migration ends with it: what it made belongs to the owner, who has no login and serves migrations and
-- security-definer functions only.
create procedure settle_ownership()
  language plpgsql as $$
declare
  thing record;
begin
  for thing in select c.oid::regclass as name from pg_class c
               where c.relnamespace = 'tenantry'::regnamespace and c.relkind in ('r', 'p', 'v')
                 and c.relowner not in ('@prefix@_owner'::regrole, '@prefix@_bulk'::regrole) loop
    execute format('alter table %s owner to %I', thing.name, '@prefix@_owner');
  end loop;
  for thing in select p.oid::regprocedure as name from pg_proc p
               where p.pronamespace = 'tenantry'::regnamespace and p.proowner <> '@prefix@_owner'::regrole loop
    execute format('alter routine %s owner to %I', thing.name, '@prefix@_owner');
  end loop;
end
$$;

-- What the worker fills with COPY.
create procedure give_to_bulk(target regclass)
  language plpgsql as $$
begin
  grant create on schema tenantry to "@prefix@_bulk";
  execute format('alter table %s owner to %I', target, '@prefix@_bulk');
  revoke create on schema tenantry from "@prefix@_bulk";
end
$$;

-- The organization that a tenant's transaction has entered; null when none: then no policy lets a row through.
create function current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;

-- One statement per message; bindable; identical on a distributed database (set_config is not propagated there).
create function enter_organization(organization uuid) returns void
  language plpgsql as $$
begin
  execute format('set local app.organization_id = %L', organization);
end
$$;

create function set_actor(actor text) returns void
  language plpgsql as $$
begin
  execute format('set local app.actor = %L', actor);
end
$$;

create function current_actor() returns text
  language sql stable
  return coalesce(nullif(current_setting('app.actor', true), ''), session_user::text);

-- Turns row-level security on and states in one line who may do what: letters r(ead), i(nsert), u(pdate), d(elete).
-- One policy per role, for an OR-ed one cannot use indexes. A tenant table has organization_id; of a global one the
-- tenant role gets nothing unless said so.
create procedure protect(target regclass, tenant text, worker text, success text, finance text, support text,
                         manager text, administrator text)
  language plpgsql as $$
declare
  names constant text[] := array['tenant', 'worker', 'success', 'finance', 'support', 'manager', 'administrator'];
  letters constant text[] := array[tenant, worker, success, finance, support, manager, administrator];
  belongs_to_tenant boolean := exists (select from pg_attribute where attrelid = target
                                       and attname = 'organization_id' and not attisdropped);
  privileges text;
  grantee text;
begin
  execute format('alter table %s enable row level security', target);
  for i in 1 .. array_length(names, 1) loop
    continue when letters[i] = '';
    grantee := '@prefix@_' || names[i];
    privileges := concat_ws(', ', case when letters[i] ~ 'r' then 'select' end,
                            case when letters[i] ~ 'i' then 'insert' end,
                            case when letters[i] ~ 'u' then 'update' end,
                            case when letters[i] ~ 'd' then 'delete' end);
    execute format('grant %s on %s to %I', privileges, target, grantee);
    if names[i] = 'tenant' and belongs_to_tenant then
      execute format('create policy %I on %s to %I using (organization_id = tenantry.current_organization())',
                     names[i], target, grantee);
    else
      execute format('create policy %I on %s to %I using (true)', names[i], target, grantee);
    end if;
  end loop;
end
$$;

-- ---------------------------------------------------------------- events

create table organization_head (
  organization_id uuid primary key,
  sequence bigint not null default 0 check (sequence >= 0)
) with (fillfactor = 50);
comment on table organization_head is 'The last event sequence of an organization, and its lock';

create table event (
  organization_id uuid not null,
  sequence bigint not null check (sequence > 0),
  type text not null,
  occurred_at timestamptz not null,
  actor text not null,
  payload jsonb not null,
  primary key (organization_id, sequence)
);
create index event_by_type on event (organization_id, type, sequence);

create table dispatch (
  organization_id uuid primary key,
  due_at timestamptz not null
);
comment on table dispatch is 'Organizations whose consumers have not seen all events yet; one row while it waits';
create index dispatch_due on dispatch (due_at);

create table consumer_position (
  organization_id uuid not null,
  consumer text not null,
  sequence bigint not null check (sequence >= 0),
  primary key (organization_id, consumer)
);

-- ---------------------------------------------------------------- jobs

create table job (
  job_id uuid primary key,
  queue text not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  state text not null default 'ready' check (state in ('ready', 'running', 'done', 'dead', 'cancelled')),
  priority integer not null default 0,
  run_at timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  max_attempts integer not null default 20,
  lease_until timestamptz,
  worker text,
  done_count bigint not null default 0,
  total_count bigint not null default 0,
  cancel_requested boolean not null default false,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'running') = (lease_until is not null))
);
comment on table job is 'Work to do: global, without foreign keys; unique by kind and key while it waits';
create unique index job_waiting on job (kind, key) where state = 'ready';
create index job_ready on job (queue, priority desc, run_at, job_id) where state = 'ready';
create index job_leased on job (lease_until) where state = 'running';
create index job_finished on job (finished_at) where state in ('done', 'dead', 'cancelled');

-- ---------------------------------------------------------------- audit

create table audit_entry (
  organization_id uuid not null,
  entry_id bigint generated always as identity,
  occurred_at timestamptz not null,
  actor text not null,
  source text not null,
  table_name text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  old_row json,
  new_row json,
  salt uuid not null,
  primary key (organization_id, entry_id)
);
comment on table audit_entry is
  'Who changed what. The rows are json and not jsonb: kept as they were written, at half the cost';
create index audit_entry_by_time on audit_entry (occurred_at, organization_id);

create table audit_pending (
  organization_id uuid not null,
  entry_id bigint not null,
  primary key (organization_id, entry_id)
);
comment on table audit_pending is 'Entries that no segment of the chain holds yet';

create table audit_segment (
  organization_id uuid not null,
  segment bigint not null check (segment > 0),
  entry_ids bigint[] not null,
  entry_digests bytea[] not null,
  previous_digest bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, segment),
  check (cardinality(entry_ids) = cardinality(entry_digests))
);
comment on column audit_segment.entry_digests is
  'Of salt and content, so that erasing the content of an entry keeps the chain verifiable; null where it was gone';

create function audit_digest(salt uuid, occurred_at timestamptz, actor text, table_name text, operation text,
                             old_row json, new_row json) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(concat_ws('|', salt, extract(epoch from occurred_at), actor, table_name, operation,
                                     coalesce(old_row::text, ''), coalesce(new_row::text, '')), 'UTF8'));

-- The digest of a segment. A digest that is missing adds nothing.
create function audit_link(previous_digest bytea, entry_digests bytea[]) returns bytea
  language sql immutable parallel safe
  return sha256(previous_digest || coalesce(
    (select string_agg(x.digest, ''::bytea order by x.position)
     from unnest(entry_digests) with ordinality as x (digest, position)), ''::bytea));

-- One entry for each position of the arrays whose rows differ; where there are no old (new) rows their array is null.
create function audit_write(organizations uuid[], name text, kind text, olds json[], news json[]) returns void
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  moment constant timestamptz := clock_timestamp();
  who constant text := tenantry.current_actor();
  application constant text := current_setting('application_name');
begin
  with entry as (
    insert into audit_entry (organization_id, occurred_at, actor, source, table_name, operation, old_row, new_row, salt)
    select row.organization_id, moment, who, application, name, kind, row.old, row.new, gen_random_uuid()
    from unnest(organizations, olds, news) as row (organization_id, old, new)
    where row.old::text is distinct from row.new::text
    returning organization_id, entry_id)
  insert into audit_pending (organization_id, entry_id) select organization_id, entry_id from entry;
end
$$;

-- Statement triggers: whatever the statement touched, in batches that stay in the processor's cache, but never so many
-- that finding where the next one begins would cost more. The table's name comes as the argument.
create function audit_inserted() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  touched constant bigint := (select count(*) from new_rows);
  batch constant bigint := greatest(1000, touched / 50);
  written bigint := 0;
  organizations uuid[];
  news json[];
begin
  while written < touched loop
    select array_agg(organization_id), array_agg(row_to_json(row)) into organizations, news
    from (select * from new_rows offset written limit batch) as row;
    perform audit_write(organizations, tg_argv[0], 'insert', null, news);
    written := written + batch;
  end loop;
  return null;
end
$$;

create function audit_deleted() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  touched constant bigint := (select count(*) from old_rows);
  batch constant bigint := greatest(1000, touched / 50);
  written bigint := 0;
  organizations uuid[];
  olds json[];
begin
  while written < touched loop
    select array_agg(organization_id), array_agg(row_to_json(row)) into organizations, olds
    from (select * from old_rows offset written limit batch) as row;
    perform audit_write(organizations, tg_argv[0], 'delete', olds, null);
    written := written + batch;
  end loop;
  return null;
end
$$;

-- The transition tables of an update hold the rows in the same order.
create function audit_updated() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  touched constant bigint := (select count(*) from old_rows);
  batch constant bigint := greatest(1000, touched / 50);
  written bigint := 0;
  organizations uuid[];
  olds json[];
  news json[];
begin
  while written < touched loop
    select array_agg(organization_id), array_agg(row_to_json(row)) into organizations, olds
    from (select * from old_rows offset written limit batch) as row;
    select array_agg(row_to_json(row)) into news from (select * from new_rows offset written limit batch) as row;
    perform audit_write(organizations, tg_argv[0], 'update', olds, news);
    written := written + batch;
  end loop;
  return null;
end
$$;

-- For global tables, which are changed one row at a time: filed under the zero organization.
create function audit_global() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  perform audit_write(array['00000000-0000-0000-0000-000000000000'::uuid], tg_argv[0], lower(tg_op),
                      array[case when tg_op <> 'INSERT' then row_to_json(old) end],
                      array[case when tg_op <> 'DELETE' then row_to_json(new) end]);
  return null;
end
$$;

create procedure audit(target regclass, name text)
  language plpgsql as $$
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows '
                 'for each statement execute function tenantry.audit_inserted(%L)', target, name);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows '
                 'new table as new_rows for each statement execute function tenantry.audit_updated(%L)',
                 target, name);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows '
                 'for each statement execute function tenantry.audit_deleted(%L)', target, name);
end
$$;

-- A business rule that the database states itself: the code reaches the program as the error's code.
create function refuse(code text, sentence text) returns void
  language plpgsql as $$
begin
  raise exception using message = sentence, detail = 'code=' || code, errcode = 'P0001';
end
$$;

call give_to_bulk('event');

call protect('organization_head', tenant => 'ru', worker => 'riu', success => 'riu', finance => 'ru',
             support => 'ru', manager => 'r', administrator => 'riu');
call protect('event', tenant => 'ri', worker => 'ri', success => 'ri', finance => 'ri', support => 'ri',
             manager => 'r', administrator => 'ri');
call protect('dispatch', tenant => 'ri', worker => 'riud', success => 'ri', finance => 'ri', support => 'ri',
             manager => '', administrator => 'ri');
call protect('consumer_position', tenant => '', worker => 'riu', success => '', finance => '', support => '',
             manager => '', administrator => 'r');
call protect('job', tenant => '', worker => 'riud', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riud');
call protect('audit_entry', tenant => '', worker => 'r', success => 'r', finance => 'r', support => '',
             manager => 'r', administrator => 'r');
call protect('audit_pending', tenant => '', worker => 'rd', success => '', finance => '', support => '',
             manager => '', administrator => 'r');
call protect('audit_segment', tenant => '', worker => 'ri', success => 'r', finance => 'r', support => '',
             manager => 'r', administrator => 'r');
call protect('installation', tenant => 'r', worker => 'r', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call protect('schema_migration', tenant => 'r', worker => 'r', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');

call settle_ownership();
