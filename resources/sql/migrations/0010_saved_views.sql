-- SPDX-License-Identifier: GPL-3.0-or-later
-- How somebody looks at a list: filter, order and columns under a name, alone or together with a group of staff.

create table saved_view (
  saved_view_id uuid primary key,
  list text not null check (list ~ '^[a-z_]{1,40}$'),
  name text not null check (name = trim(name) and char_length(name) between 1 and 60),
  owner text not null,
  shared_with text not null default ''
    check (shared_with in ('', 'success', 'finance', 'support', 'manager', 'administrator')),
  settings jsonb not null check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 8192),
  version bigint not null default 1 check (version > 0),
  updated_at timestamptz not null
);
create unique index saved_view_by_owner on saved_view (owner, list, name);
comment on table saved_view is 'Of the staff: it says how customers'' rows are looked at, and holds none of them';
create trigger audit_row after insert or update or delete on saved_view
  for each row execute function audit_global('saved_view');

-- Whose it is, and the group that it is shared with.
create function sees_view(owner text, shared_with text) returns boolean
  language sql stable
  return owner = current_user::text
      or (shared_with <> '' and pg_has_role(current_user, '@prefix@_' || shared_with, 'member'));

-- A group changes what is seen in a shared view; its name, whom it is shared with and whether there is one is its owner's.
create function saved_view_is_the_owners() returns trigger
  language plpgsql as $$
begin
  if old.owner <> current_user::text and not pg_has_role(current_user, '@prefix@_administrator', 'member')
     and (tg_op = 'DELETE' or (new.name, new.owner, new.shared_with) is distinct from (old.name, old.owner, old.shared_with)) then
    perform tenantry.refuse('view.not_yours', format('The view “%s” belongs to %s, who alone renames, shares and deletes it.',
                                                     old.name, old.owner));
  end if;
  return coalesce(new, old);
end
$$;
create trigger saved_view_owner before update or delete on saved_view
  for each row execute function saved_view_is_the_owners();

do $$
declare
  staff text;
begin
  call protect('saved_view', tenant => '', worker => '', success => 'riud', finance => 'riud', support => 'riud',
               manager => 'riud', administrator => 'riud');
  foreach staff in array array['success', 'finance', 'support', 'manager', 'administrator'] loop
    execute format('alter policy %I on saved_view using (sees_view(owner, shared_with)) '
                   'with check (sees_view(owner, shared_with))', staff);
  end loop;
end
$$;
call settle_ownership();
