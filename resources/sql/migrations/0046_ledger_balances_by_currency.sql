-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ledger transaction sums to zero in each of its currencies: a sum over two is none of money.
create or replace function ledger_balances() returns trigger
  language plpgsql as $$
begin
  if exists (select from new_rows group by organization_id, transaction_id, currency having sum(amount) <> 0) then
    perform tenantry.refuse('ledger.unbalanced', 'The entries of a ledger transaction do not sum to zero.');
  end if;
  return null;
end
$$;
