-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices, their numbers, the ledger and the customer's balance. What is final cannot be changed by anyone.

create table number_counter (
  issuer text not null,
  series text not null,
  year integer not null,
  last bigint not null check (last >= 0),
  primary key (issuer, series, year)
);
comment on table number_counter is 'The last number given: locked last in a transaction, so that numbers have no gaps';

create table number_registry (
  issuer text not null,
  series text not null,
  year integer not null,
  sequence bigint not null check (sequence > 0),
  organization_id uuid not null,
  document_id uuid not null,
  primary key (issuer, series, year, sequence)
);
comment on table number_registry is 'Which document has which number, over all organizations';

create table invoice (
  organization_id uuid not null references organization,
  invoice_id uuid not null,
  number text,
  kind text not null check (kind in ('recurring', 'change', 'one_off', 'imported')),
  status text not null check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
  subscription_id uuid,
  period_index integer,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net bigint not null,
  tax bigint not null,
  total bigint not null check (total >= 0),
  paid bigint not null default 0 check (paid >= 0),
  balance_applied bigint not null default 0 check (balance_applied >= 0),
  credited bigint not null default 0 check (credited >= 0),
  written_off bigint not null default 0 check (written_off >= 0),
  amount_due bigint not null generated always as (total - paid - balance_applied - credited - written_off) stored
    check (amount_due >= 0),
  reverse_charge boolean not null default false,
  customer jsonb not null,
  issued_on date,
  due_on date,
  due_at timestamptz,
  created_at timestamptz not null,
  finalized_at timestamptz,
  paid_at timestamptz,
  closed_at timestamptz,
  hold_reason text not null default '',
  primary key (organization_id, invoice_id),
  foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  check (net + tax = total),
  check ((status = 'draft') = (number is null)),
  check ((number is null) = (issued_on is null)),
  check (status <> 'paid' or amount_due = 0),
  check (status <> 'open' or amount_due > 0)
);
comment on column invoice.customer is 'Name, address, VAT id and language as they were at finalization';
comment on column invoice.amount_due is 'A balance applied, a credit note and a payment all lower it, never the total';
create unique index invoice_number on invoice (organization_id, number) where number is not null;
-- BILL-2: one recurring invoice per subscription and boundary.
create unique index invoice_recurring on invoice (organization_id, subscription_id, period_index)
  where kind = 'recurring' and status <> 'void';
create index invoice_by_issue on invoice (issued_on desc, organization_id, invoice_id) where number is not null;
create index invoice_by_status_issue on invoice (status, issued_on desc, organization_id, invoice_id);
create index invoice_by_number on invoice (number text_pattern_ops, organization_id) where number is not null;
create index invoice_open_due on invoice (due_at, organization_id, invoice_id) where status = 'open';

-- What a row of a list shows and is sorted by, for whoever may read the invoice.
create view invoice_listed with (security_invoker = true) as
  select organization_id, invoice_id, number, kind, status, currency, total, amount_due, issued_on, due_on, due_at
  from invoice
  where number is not null;

create table invoice_line (
  organization_id uuid not null,
  invoice_id uuid not null,
  line_no integer not null check (line_no > 0),
  kind text not null check (kind in ('plan', 'seat', 'proration_credit', 'proration_charge', 'usage', 'one_off',
                                     'discount', 'tax')),
  item text not null default '',
  metric text not null default '',
  quantity text not null default '',
  unit text not null default '',
  amount bigint not null,
  discount_share bigint not null default 0,
  tax_share bigint not null default 0,
  from_day date,
  to_day date,
  part_from timestamptz,
  detail jsonb,
  credits_invoice_id uuid,
  credits_line_no integer,
  primary key (organization_id, invoice_id, line_no),
  check (from_day is null or from_day < to_day)
);
comment on column invoice_line.quantity is 'Exact decimal: the aggregated quantity before included units, seats, days';
comment on column invoice_line.discount_share is 'What of the discount lines falls on this one; never positive for a charge';
comment on column invoice_line.detail is 'How the amount came about: tiers, fractions, the coupon or the tax rate';

-- No day of an item is billed twice.
create table billed_period (
  organization_id uuid not null,
  subscription_id uuid not null,
  item text not null,
  span daterange not null check (not isempty(span)),
  invoice_id uuid not null,
  line_no integer not null,
  primary key (organization_id, subscription_id, item, span),
  foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  constraint billed_period_overlap
    exclude using gist (organization_id with =, subscription_id with =, item with =, span with &&)
      where (not isempty(span))
);

create table invoice_pdf (
  organization_id uuid not null,
  invoice_id uuid not null,
  content bytea not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id)
);

-- A finalized invoice keeps its figures; total = sum of its lines.
create function invoice_frozen() returns trigger
  language plpgsql as $$
begin
  if (new.number, new.kind, new.currency, new.net, new.tax, new.total, new.customer, new.issued_on,
      new.finalized_at, new.subscription_id, new.period_index)
     is distinct from
     (old.number, old.kind, old.currency, old.net, old.tax, old.total, old.customer, old.issued_on,
      old.finalized_at, old.subscription_id, old.period_index) then
    perform tenantry.refuse('invoice.finalized', format('Invoice %s is final; correct it by a credit note.',
                                                        old.number));
  end if;
  if (old.status = 'paid' and new.status <> 'paid') or (old.status = 'void' and new.status <> 'void') then
    perform tenantry.refuse('invoice.not_open', format('Invoice %s is %s.', old.number, old.status));
  end if;
  return new;
end
$$;
create trigger invoice_frozen before update on invoice
  for each row when (old.number is not null) execute function invoice_frozen();

create function invoice_kept() returns trigger
  language plpgsql as $$
begin
  perform tenantry.refuse('invoice.finalized', format('Invoice %s has a number and cannot be deleted.', old.number));
  return null;
end
$$;
create trigger invoice_kept before delete on invoice
  for each row when (old.number is not null) execute function invoice_kept();

-- Security definer: it must see every line, whoever writes.
create function invoice_check_sums(organizations uuid[], invoices uuid[], totals bigint[]) returns void
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  wrong record;
begin
  select written.invoice_id, written.total, lines.sum into wrong
  from unnest(organizations, invoices, totals) as written (organization_id, invoice_id, total)
  cross join lateral (
    select coalesce(sum(line.amount), 0) as sum from invoice_line as line
    where line.organization_id = written.organization_id and line.invoice_id = written.invoice_id) as lines
  where lines.sum <> written.total
  limit 1;
  if found then
    perform refuse('invoice.sum_mismatch', format('The lines of invoice %s sum to %s, not to its total %s.',
                                                  wrong.invoice_id, wrong.sum, wrong.total));
  end if;
end
$$;

create function invoice_sums() returns trigger
  language plpgsql as $$
begin
  perform tenantry.invoice_check_sums(array_agg(organization_id), array_agg(invoice_id), array_agg(total))
  from new_rows;
  return null;
end
$$;
create trigger invoice_sums after insert on invoice referencing new table as new_rows
  for each statement execute function invoice_sums();

create function invoice_line_frozen() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from invoice where organization_id = old.organization_id and invoice_id = old.invoice_id
             and number is not null) then
    perform refuse('invoice.finalized', 'The lines of a finalized invoice cannot be changed.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger invoice_line_frozen before update or delete on invoice_line
  for each row execute function invoice_line_frozen();

-- Lines come before their invoice, in the same transaction; afterwards none is added.
create function invoice_line_late() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from (select distinct organization_id, invoice_id from new_rows) as n
             join invoice as i using (organization_id, invoice_id)) then
    perform refuse('invoice.finalized', 'A line cannot be added to an invoice that exists already.');
  end if;
  return null;
end
$$;
create trigger invoice_line_late after insert on invoice_line referencing new table as new_rows
  for each statement execute function invoice_line_late();

-- ---------------------------------------------------------------- ledger

create table ledger_entry (
  organization_id uuid not null,
  transaction_id uuid not null,
  entry_no integer not null check (entry_no > 0),
  account text not null check (account in ('receivable', 'cash', 'revenue', 'deferred_revenue', 'tax_payable',
                                           'customer_balance', 'bad_debt', 'refunds')),
  amount bigint not null check (amount <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  booked_at timestamptz not null,
  business_day date not null,
  cause text not null,
  document_id uuid,
  primary key (organization_id, transaction_id, entry_no)
);
comment on column ledger_entry.amount is 'Minor units, debit positive';
create index ledger_entry_by_day on ledger_entry (business_day, organization_id);
create index ledger_entry_by_document on ledger_entry (organization_id, document_id);

-- The entries of a transaction come in one statement and sum to zero.
create function ledger_balances() returns trigger
  language plpgsql as $$
begin
  if exists (select from new_rows group by organization_id, transaction_id having sum(amount) <> 0) then
    perform tenantry.refuse('ledger.unbalanced', 'The entries of a ledger transaction do not sum to zero.');
  end if;
  return null;
end
$$;
create trigger ledger_balances after insert on ledger_entry referencing new table as new_rows
  for each statement execute function ledger_balances();

create function append_only() returns trigger
  language plpgsql as $$
begin
  perform tenantry.refuse('store.append_only', format('%s is append-only.', tg_argv[0]));
  return null;
end
$$;
create trigger append_only before update or delete on ledger_entry
  for each statement execute function append_only('ledger_entry');
create trigger append_only before update or delete on event
  for each statement execute function append_only('event');
create trigger append_only before update or delete on usage_event
  for each statement execute function append_only('usage_event');
create trigger append_only before update or delete on mrr_movement
  for each statement execute function append_only('mrr_movement');
create trigger append_only before update or delete on number_registry
  for each statement execute function append_only('number_registry');

-- ---------------------------------------------------------------- customer balance

create table customer_balance (
  organization_id uuid not null references organization,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount >= 0),
  primary key (organization_id, currency)
);
comment on table customer_balance is 'What we owe the customer; the sum of its movements, kept by trigger';

create table balance_movement (
  organization_id uuid not null,
  movement_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount <> 0),
  cause text not null,
  document_id uuid,
  occurred_at timestamptz not null,
  primary key (organization_id, movement_id)
);
create trigger append_only before update or delete on balance_movement
  for each statement execute function append_only('balance_movement');

create function balance_moves() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update customer_balance set amount = amount + new.amount
  where organization_id = new.organization_id and currency = new.currency;
  if not found then
    insert into customer_balance (organization_id, currency, amount)
    values (new.organization_id, new.currency, new.amount);
  end if;
  return null;
end
$$;
create trigger balance_moves after insert on balance_movement
  for each row execute function balance_moves();

call give_to_bulk('invoice');
call give_to_bulk('invoice_line');
call give_to_bulk('billed_period');
call give_to_bulk('ledger_entry');
call give_to_bulk('number_registry');
call audit('invoice', 'invoice');

grant select on invoice_listed to "@prefix@_tenant", "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_support", "@prefix@_manager", "@prefix@_administrator";
call protect('number_counter', tenant => '', worker => 'riu', success => 'riu', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('number_registry', tenant => '', worker => 'ri', success => 'ri', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('invoice', tenant => 'r', worker => 'riud', success => 'riu', finance => 'riud', support => 'r',
             manager => 'r', administrator => 'riud');
call protect('invoice_line', tenant => 'r', worker => 'rid', success => 'ri', finance => 'rid', support => 'r',
             manager => 'r', administrator => 'rid');
call protect('billed_period', tenant => 'r', worker => 'riud', success => 'riud', finance => 'riud', support => '',
             manager => 'r', administrator => 'riud');
call protect('invoice_pdf', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri', support => 'r',
             manager => 'r', administrator => 'ri');
call protect('ledger_entry', tenant => '', worker => 'ri', success => 'ri', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('customer_balance', tenant => 'r', worker => 'r', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call protect('balance_movement', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri', support => 'r',
             manager => 'r', administrator => 'ri');
call settle_ownership();
