-- SPDX-License-Identifier: GPL-3.0-or-later
-- Four eyes: an invoice above the amount that the business names gets its number only after somebody has approved it, and
-- from somebody else.

-- Minor units; null: invoices in that currency need no approval. Security definer: who issues need not read the business.
create function approval_above(code text) returns bigint
  language sql stable security definer set search_path = tenantry, pg_temp as $$
  select (document #>> array['invoice', 'approval_above', code])::bigint
  from business_version order by version desc limit 1
$$;

create table invoice_approval (
  organization_id uuid not null,
  approval_id uuid not null,
  invoice_id uuid not null,
  total bigint not null,
  approved_by text not null,
  approved_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organization_id, approval_id),
  constraint invoice_approval_invoice
    foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id) on delete cascade
);
comment on column invoice_approval.total is 'What was approved: a draft that comes to something else is approved again';
create unique index invoice_approval_live on invoice_approval (organization_id, invoice_id, approved_by)
  where withdrawn_at is null;

-- Nobody approves in the name of somebody else, and an approval is withdrawn once, by whoever gave it.
create function invoice_approval_signed() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.approved_by := session_user;
    return new;
  end if;
  if old.approved_by <> session_user then
    perform tenantry.refuse('invoice.approval_of_another', 'Only who approved an invoice withdraws that.');
  end if;
  if old.withdrawn_at is not null
     or (new.organization_id, new.approval_id, new.invoice_id, new.total, new.approved_by, new.approved_at)
        is distinct from
        (old.organization_id, old.approval_id, old.invoice_id, old.total, old.approved_by, old.approved_at) then
    perform tenantry.refuse('store.append_only', 'An approval is withdrawn once and not changed otherwise.');
  end if;
  return new;
end
$$;
create trigger invoice_approval_signed before insert or update on invoice_approval
  for each row execute function invoice_approval_signed();

-- Whether somebody else than who asks has approved a draft as it is now. Security definer: it must see every approval.
create function approved_by_another(organization uuid, draft uuid, amount bigint) returns boolean
  language sql stable security definer set search_path = tenantry, pg_temp as $$
  select exists (select from invoice_approval
                 where organization_id = organization and invoice_id = draft and total = amount
                   and withdrawn_at is null and approved_by <> session_user)
$$;

-- Whoever gives the number.
create function invoice_approved() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if new.total > approval_above(new.currency)
     and not approved_by_another(new.organization_id, new.invoice_id, new.total) then
    perform refuse('invoice.approval_needed',
                   'An invoice of this amount is approved by one person and finalized by another.');
  end if;
  return new;
end
$$;
create trigger invoice_approved before update of number on invoice
  for each row when (old.number is null and new.number is not null) execute function invoice_approved();

-- What a run issues at once was planned before the business named the amount: it is planned again.
create function invoice_issued_unapproved() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from (select currency, max(total) as most from new_rows
                          where number is not null and kind <> 'imported' group by currency) as n
             where n.most > approval_above(n.currency)) then
    perform refuse('store.conflict', 'The business was changed at the same moment.');
  end if;
  return null;
end
$$;
create trigger invoice_issued_unapproved after insert on invoice referencing new table as new_rows
  for each statement execute function invoice_issued_unapproved();

call audit('invoice_approval', 'invoice_approval');
call protect('invoice_approval', tenant => '', worker => 'riu', success => 'r', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call settle_ownership();
