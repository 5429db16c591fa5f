-- SPDX-License-Identifier: GPL-3.0-or-later
-- A draft is finalized with its customer's tax of that day (ADR 15): until it has a number its lines may be written anew, and
-- what gets a number is the sum of its lines.

create or replace function invoice_line_late() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  if exists (select from (select distinct organization_id, invoice_id from new_rows) as n
             join invoice as i using (organization_id, invoice_id)
             where i.number is not null)
     or (exists (select from new_rows where kind = 'proration_credit' or credits_invoice_id is not null)
         and exists (select from new_rows as n join credit_note as c
                     on c.organization_id = n.organization_id and c.credit_note_id = n.invoice_id)) then
    perform refuse('invoice.finalized', 'A line cannot be added to an invoice that exists already.');
  end if;
  return null;
end
$$;

create function invoice_sums_final() returns trigger
  language plpgsql as $$
begin
  perform tenantry.invoice_check_sums(array[new.organization_id], array[new.invoice_id], array[new.total]);
  return null;
end
$$;
create trigger invoice_sums_final after update of number on invoice
  for each row when (old.number is null and new.number is not null) execute function invoice_sums_final();

-- Who finalizes writes the tax of a draft; of what is final the trigger refuses it.
grant update, delete on invoice_line to "@prefix@_success", "@prefix@_finance", "@prefix@_administrator";
call settle_ownership();
