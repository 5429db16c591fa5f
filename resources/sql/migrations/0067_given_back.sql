-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the balance paid with money that went back is due again, though no payment ever paid that invoice.

-- A paid invoice is open again, or given up again, only where a payment of it was reversed, or where the balance has
-- got back what it no longer pays.
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
             on r.organization_id = old.organization_id and r.payment_id = paid.payment_id))
         and (new.status <> 'open' or not exists (
           select from tenantry.balance_movement
           where organization_id = old.organization_id and document_id = old.invoice_id and cause = 'invoice'
             and amount = old.balance_applied - new.balance_applied))) then
    perform tenantry.refuse('invoice.not_open', format('Invoice %s is %s.', old.number, old.status));
  end if;
  return new;
end
$$;

call settle_ownership();
