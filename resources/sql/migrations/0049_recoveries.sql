-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was written off and is paid after all makes the loss good, and is lost again where that payment is reversed.

alter table payment_allocation
  add column recovered bigint not null default 0,
  add constraint payment_allocation_recovered check (recovered between 0 and amount);
comment on column payment_allocation.recovered is 'What of the amount had been written off';

-- A paid invoice is open again, or given up again, only where a payment of it was reversed.
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
  if old.instead_of is distinct from new.instead_of and old.instead_of is not null then
    perform tenantry.refuse('invoice.finalized', format('Invoice %s stays in the place of another.', old.number));
  end if;
  if (old.status = 'void' and new.status <> 'void')
     or (old.status = 'paid' and new.status <> 'paid'
         and (new.status not in ('open', 'uncollectible') or not exists (
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

-- What came of a case that has ended is what came of it in the end: it keeps the day on which it ended.
create function dunning_case_recovered() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update dunning_case
  set recovered = greatest(0, recovered + new.paid - old.paid),
      lost = greatest(0, lost + new.written_off - old.written_off)
  where organization_id = new.organization_id and invoice_id = new.invoice_id and ended_at is not null;
  return null;
end
$$;
create trigger dunning_case_recovered after update on invoice
  for each row when (old.status <> 'open' and new.status <> 'open' and old.written_off <> new.written_off)
  execute function dunning_case_recovered();

call settle_ownership();
