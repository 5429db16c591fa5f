-- SPDX-License-Identifier: GPL-3.0-or-later
-- A case that began after a part had been written off lost nothing by it: what is made good of that part is not taken from it.

create or replace function dunning_case_followed() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update dunning_case
  set recovered = greatest(0, recovered + new.paid - old.paid + new.balance_applied - old.balance_applied),
      lost = greatest(0, lost + new.written_off - old.written_off + case when new.status = 'void' then old.amount_due else 0 end),
      ended_at = case when new.status <> 'open' then coalesce(new.closed_at, new.paid_at) end
  where organization_id = new.organization_id and invoice_id = new.invoice_id and ended_at is null;
  return null;
end
$$;

call settle_ownership();
