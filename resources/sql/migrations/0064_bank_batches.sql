-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: an entry that the bank booked in one with others keeps what all of them came to, so that the whole is known
-- again where another statement brings it as one and neither has a reference of the bank's.

alter table bank_entry add column batch_amount bigint check (batch_amount <> 0);
comment on column bank_entry.batch_amount is 'Minor units that were booked in one, of which this is a part; null: it stands alone';

create or replace function bank_entry_frozen() returns trigger
  language plpgsql as $$
begin
  if (new.bank_statement_id, new.account, new.entry_key, new.amount, new.currency, new.booked_on, new.value_on,
      new.is_reversal, new.structured_reference, new.end_to_end, new.remittance, new.party, new.party_account,
      new.twin_of, new.batch_amount)
     is distinct from
     (old.bank_statement_id, old.account, old.entry_key, old.amount, old.currency, old.booked_on, old.value_on,
      old.is_reversal, old.structured_reference, old.end_to_end, old.remittance, old.party, old.party_account,
      old.twin_of, old.batch_amount) then
    perform tenantry.refuse('bank.entry_final', 'What a bank statement says cannot be changed.');
  end if;
  return new;
end
$$;
