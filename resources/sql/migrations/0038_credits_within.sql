-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-2: what is credited of a line, and so of an invoice, is never more than the line, whoever writes.

-- Discount and tax of a line go back with it, so it is its gross that counts. Whoever credits the same invoice at once waits here,
-- and sees then what the other took. Credits of an invoice that was voided took nothing.
create function credit_within() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  whole bigint;
  taken bigint;
begin
  perform from invoice where organization_id = new.organization_id and invoice_id = new.credits_invoice_id
  for no key update;
  select amount + discount_share + tax_share into whole from invoice_line
  where organization_id = new.organization_id and invoice_id = new.credits_invoice_id and line_no = new.credits_line_no;
  select -sum(c.amount + c.discount_share + c.tax_share) into taken from invoice_line as c
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  where c.organization_id = new.organization_id and c.credits_invoice_id = new.credits_invoice_id
    and c.credits_line_no = new.credits_line_no and i.status is distinct from 'void';
  if taken > coalesce(whole, 0) then
    perform refuse('invoice.credit_exceeds_total',
                   format('%s would be credited of a line of %s.', taken, coalesce(whole, 0)));
  end if;
  return null;
end
$$;

-- The condition is looked at before anything is queued: lines that credit none cost nothing.
create trigger credit_within after insert or update on invoice_line
  for each row when (new.credits_invoice_id is not null) execute function credit_within();

call settle_ownership();
