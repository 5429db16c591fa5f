-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds: a draft, or whatever is drafted for an organization, waits with a reason until somebody releases it.

create table invoice_hold (
  organization_id uuid not null references organization,
  hold_id uuid not null,
  invoice_id uuid,
  reason text not null check (reason <> ''),
  held_by text not null,
  held_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  primary key (organization_id, hold_id),
  constraint invoice_hold_invoice
    foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id) on delete cascade,
  check ((released_by is null) = (released_at is null))
);
comment on column invoice_hold.invoice_id is 'The draft; null: all that is drafted for the organization';
create unique index invoice_hold_live
  on invoice_hold (organization_id, coalesce(invoice_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where released_at is null;

-- A hold is ended once, and stays as it was written.
create function invoice_hold_kept() returns trigger
  language plpgsql as $$
begin
  if old.released_at is not null
     or (new.organization_id, new.hold_id, new.invoice_id, new.reason, new.held_by, new.held_at)
        is distinct from
        (old.organization_id, old.hold_id, old.invoice_id, old.reason, old.held_by, old.held_at) then
    perform tenantry.refuse('store.append_only', 'A hold is released once and not changed otherwise.');
  end if;
  return new;
end
$$;
create trigger invoice_hold_kept before update on invoice_hold
  for each row execute function invoice_hold_kept();

-- Nothing on hold gets a number, whoever gives it. Security definer: it must see every hold.
create function invoice_not_on_hold() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  held text;
begin
  select reason into held from invoice_hold
  where organization_id = new.organization_id and released_at is null
    and (invoice_id = new.invoice_id or invoice_id is null)
  limit 1;
  if found then
    perform refuse('invoice.on_hold', format('On hold: %s', held));
  end if;
  return new;
end
$$;
create trigger invoice_not_on_hold before update of number on invoice
  for each row when (old.number is null and new.number is not null) execute function invoice_not_on_hold();

-- What a run issues at once was planned before the hold: it is planned again.
create function invoice_issued_on_hold() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from new_rows as n
             join invoice_hold as h
               on h.organization_id = n.organization_id and h.invoice_id is null and h.released_at is null
             where n.number is not null and n.kind <> 'imported') then
    perform refuse('store.conflict', 'An organization was put on hold at the same moment.');
  end if;
  return null;
end
$$;
create trigger invoice_issued_on_hold after insert on invoice referencing new table as new_rows
  for each statement execute function invoice_issued_on_hold();

call audit('invoice_hold', 'invoice_hold');
call protect('invoice_hold', tenant => '', worker => 'riu', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call settle_ownership();
