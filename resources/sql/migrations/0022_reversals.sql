-- SPDX-License-Identifier: GPL-3.0-or-later
-- An assignment that was a mistake is undone: its payments stand beside their reversal, and nothing is deleted.

create table payment_reversal (
  organization_id uuid not null,
  payment_id uuid not null,
  reversed_at timestamptz not null,
  primary key (organization_id, payment_id),
  foreign key (organization_id, payment_id) references payment (organization_id, payment_id)
);
comment on table payment_reversal is 'Payments that were none: what they paid is due again';

-- What of a payment went to the balance and paid other invoices at once: that is undone with it.
create table payment_balance_use (
  organization_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (organization_id, payment_id, invoice_id),
  foreign key (organization_id, payment_id) references payment (organization_id, payment_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id)
);

create trigger append_only before update or delete on payment_reversal
  for each statement execute function append_only('payment_reversal');
create trigger append_only before update or delete on payment_balance_use
  for each statement execute function append_only('payment_balance_use');

-- A paid invoice is open again only where a payment of it was reversed.
create or replace function invoice_frozen() returns trigger
  language plpgsql as $$
begin
  if (new.number, new.kind, new.currency, new.net, new.tax, new.total, new.customer::text, new.issued_on,
      new.finalized_at, new.subscription_id, new.period_index)
     is distinct from
     (old.number, old.kind, old.currency, old.net, old.tax, old.total, old.customer::text, old.issued_on,
      old.finalized_at, old.subscription_id, old.period_index) then
    perform tenantry.refuse('invoice.finalized', format('Invoice %s is final; correct it by a credit note.',
                                                        old.number));
  end if;
  if (old.status = 'void' and new.status <> 'void')
     or (old.status = 'paid' and new.status <> 'paid'
         and (new.status <> 'open' or not exists (
           select from (
             select payment_id from tenantry.payment_allocation
             where organization_id = old.organization_id and invoice_id = old.invoice_id
             union all
             select payment_id from tenantry.payment_balance_use
             where organization_id = old.organization_id and invoice_id = old.invoice_id) as paid
           join tenantry.payment_reversal as r
             on r.organization_id = old.organization_id and r.payment_id = paid.payment_id))) then
    perform tenantry.refuse('invoice.not_open', format('Invoice %s is %s.', old.number, old.status));
  end if;
  return new;
end
$$;

-- Of a payment that was reversed nothing can be given back.
create or replace function refund_within() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  paid bigint;
  back bigint;
begin
  select amount into paid from payment_allocation
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
  for update;
  if exists (select from payment_reversal
             where organization_id = new.organization_id and payment_id = new.payment_id) then
    paid := 0;
  end if;
  select coalesce(sum(amount), 0) into back from refund
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
    and status <> 'failed';
  if back > paid then
    perform refuse('payment.refund_exceeds_paid',
                   format('%s would be given back of a payment of %s.', back, paid));
  end if;
  return null;
end
$$;

-- A case that ended with the payment goes on, and recovered nothing by it.
create function dunning_case_reopened() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update dunning_case
  set recovered = greatest(0, recovered + new.paid - old.paid + new.balance_applied - old.balance_applied), ended_at = null
  where organization_id = new.organization_id and invoice_id = new.invoice_id;
  return null;
end
$$;
create trigger dunning_case_reopened after update on invoice
  for each row when (old.status = 'paid' and new.status = 'open') execute function dunning_case_reopened();

-- Lists of entries whatever became of them, and by their amount.
create index bank_entry_by_day on bank_entry (booked_on desc, bank_entry_id);
create index bank_entry_by_amount on bank_entry (amount desc, bank_entry_id);
create index bank_entry_by_status_amount on bank_entry (status, amount desc, bank_entry_id);

call protect('payment_reversal', tenant => 'r', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('payment_balance_use', tenant => 'r', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call settle_ownership();
