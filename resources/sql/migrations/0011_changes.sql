-- SPDX-License-Identifier: GPL-3.0-or-later
-- Changes of a subscription: periods that begin anew with another interval, lines that take others back, credit notes.

alter table subscription add column anchor_index integer not null default 0;
comment on column subscription.anchor_index is
  'The number of the period that begins at the anchor: a change of interval sets a new anchor, and numbers go on';

-- What was taken back of a line is asked for whenever it is credited; lines that credit none cost nothing.
create index invoice_line_credits on invoice_line (organization_id, credits_invoice_id, credits_line_no)
  where credits_invoice_id is not null;

-- Its lines are rows of invoice_line under its own id, with the signs of an invoice: they sum to minus its total.
create table credit_note (
  organization_id uuid not null references organization,
  credit_note_id uuid not null,
  number text not null,
  kind text not null check (kind in ('change', 'by_hand')),
  subscription_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net bigint not null,
  tax bigint not null,
  total bigint not null check (total > 0),
  to_balance bigint not null check (to_balance between 0 and total),
  reverse_charge boolean not null default false,
  customer jsonb not null,
  reason text not null default '',
  issued_on date not null,
  created_at timestamptz not null,
  primary key (organization_id, credit_note_id),
  constraint credit_note_subscription
    foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  check (net + tax = total)
);
comment on column credit_note.to_balance is 'What no open invoice took: total = to_balance + its allocations';
create unique index credit_note_number on credit_note (organization_id, number);

create table credit_note_allocation (
  organization_id uuid not null,
  credit_note_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (organization_id, credit_note_id, invoice_id),
  constraint credit_note_allocation_note
    foreign key (organization_id, credit_note_id) references credit_note (organization_id, credit_note_id),
  constraint credit_note_allocation_invoice
    foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id)
);
comment on table credit_note_allocation is 'By how much a credit note lowers what is due of an invoice';

create trigger append_only before update or delete on credit_note
  for each statement execute function append_only('credit_note');
create trigger append_only before update or delete on credit_note_allocation
  for each statement execute function append_only('credit_note_allocation');

-- Security definer: it must see every line, whoever writes.
create function credit_note_sum() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  lines bigint;
begin
  select coalesce(sum(amount), 0) into lines from invoice_line
  where organization_id = new.organization_id and invoice_id = new.credit_note_id;
  if lines <> -new.total then
    perform refuse('invoice.sum_mismatch', format('The lines of credit note %s sum to %s, not to minus its total %s.',
                                                  new.credit_note_id, lines, new.total));
  end if;
  return null;
end
$$;
create trigger credit_note_sum after insert on credit_note
  for each row execute function credit_note_sum();

create or replace function invoice_line_frozen() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from invoice where organization_id = old.organization_id and invoice_id = old.invoice_id
             and number is not null)
     or exists (select from credit_note where organization_id = old.organization_id
                and credit_note_id = old.invoice_id) then
    perform refuse('invoice.finalized', 'The lines of a finalized invoice cannot be changed.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- Only what has a line that credits can be a credit note, so renewals look for none.
create or replace function invoice_line_late() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from (select distinct organization_id, invoice_id from new_rows) as n
             join invoice as i using (organization_id, invoice_id))
     or (exists (select from new_rows where kind = 'proration_credit' or credits_invoice_id is not null)
         and exists (select from new_rows as n join credit_note as c
                     on c.organization_id = n.organization_id and c.credit_note_id = n.invoice_id)) then
    perform refuse('invoice.finalized', 'A line cannot be added to an invoice that exists already.');
  end if;
  return null;
end
$$;

call protect('credit_note', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri', support => 'r',
             manager => 'r', administrator => 'ri');
call protect('credit_note_allocation', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri',
             support => 'r', manager => 'r', administrator => 'ri');
-- A change that closes a period says what of its usage was billed.
grant update on usage_total to "@prefix@_success";
call settle_ownership();
