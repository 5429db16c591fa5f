-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether a paid invoice may become open or uncollectible again is a function of its own: the next reason changes that alone.

create function invoice_may_reopen(had invoice, has invoice) returns boolean
  language sql stable as $$
  select case has.status
    -- What a payment paid, or the balance with that payment's money, went back.
    when 'open' then was.reversed or was.returned
    when 'uncollectible' then was.reversed
    else false
  end
  from (select
    exists (select from (
              select payment_id from tenantry.payment_allocation
              where organization_id = had.organization_id and invoice_id = had.invoice_id
              union all
              select payment_id from tenantry.payment_balance_use
              where organization_id = had.organization_id and invoice_id = had.invoice_id) as paid
            join tenantry.payment_reversal as r
              on r.organization_id = had.organization_id and r.payment_id = paid.payment_id) as reversed,
    -- The balance has got back what it no longer pays.
    exists (select from tenantry.balance_movement
            where organization_id = had.organization_id and document_id = had.invoice_id and cause = 'invoice'
              and amount = had.balance_applied - has.balance_applied) as returned) as was
$$;

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
     or (old.status = 'paid' and new.status <> 'paid' and not tenantry.invoice_may_reopen(old, new)) then
    perform tenantry.refuse('invoice.not_open', format('Invoice %s is %s.', old.number, old.status));
  end if;
  return new;
end
$$;

call settle_ownership();
