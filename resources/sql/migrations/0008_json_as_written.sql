-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents that are written by the thousand, read whole and never looked into by SQL: kept as they were written. What
-- jsonb costs more (parsing, sorting and deduplicating of keys) a billing run pays for seven times an invoice.

alter table event alter column payload type json using payload::json;
alter table invoice alter column customer type json using customer::json;
alter table invoice_line alter column detail type json using detail::json;

-- A finalized invoice keeps its figures and its customer to the letter.
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
  if (old.status = 'paid' and new.status <> 'paid') or (old.status = 'void' and new.status <> 'void') then
    perform tenantry.refuse('invoice.not_open', format('Invoice %s is %s.', old.number, old.status));
  end if;
  return new;
end
$$;
