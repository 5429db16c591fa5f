-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came in by bank. A statement is of an account of the business, not of a customer: it belongs to the installation.
-- What of it was found to be a customer's is a payment, and the match between the two is the customer's row.

create table bank_statement (
  bank_statement_id uuid primary key,
  account text not null check (account <> ''),
  statement_key text not null check (statement_key <> ''),
  content_digest text not null,
  format text not null check (format in ('camt.053.001.02', 'camt.053.001.04', 'camt.053.001.08', 'csv')),
  file_name text not null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  opening bigint,
  closing bigint,
  imported_at timestamptz not null,
  constraint bank_statement_once unique (account, statement_key),
  check ((opening is null) = (closing is null))
);
comment on column bank_statement.statement_key is 'What the bank calls it, or a digest of what it says';

create table bank_entry (
  bank_entry_id uuid primary key,
  bank_statement_id uuid not null references bank_statement,
  account text not null,
  entry_key text not null check (entry_key <> ''),
  amount bigint not null check (amount <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  booked_on date not null,
  value_on date,
  is_reversal boolean not null default false,
  bank_reference text not null default '',
  structured_reference text not null default '',
  end_to_end text not null default '',
  remittance text not null default '',
  party text not null default '',
  party_account text not null default '',
  status text not null check (status in ('waiting', 'matched', 'not_ours')),
  reason text not null default '',
  settled_at timestamptz,
  constraint bank_entry_once unique (account, entry_key),
  check (status = 'waiting' or settled_at is not null)
);
comment on column bank_entry.amount is 'Minor units; what came in is positive';
comment on column bank_entry.entry_key is 'A digest of what the bank says of it, with its reference where it gives one';
comment on column bank_entry.reason is 'Why it waits, or why it is not ours';
create index bank_entry_waiting on bank_entry (booked_on desc, bank_entry_id) where status = 'waiting';
create index bank_entry_of_statement on bank_entry (bank_statement_id);

-- What a statement said stays as it said it; only what became of an entry changes.
create function bank_entry_frozen() returns trigger
  language plpgsql as $$
begin
  if (new.bank_statement_id, new.account, new.entry_key, new.amount, new.currency, new.booked_on, new.value_on,
      new.is_reversal, new.structured_reference, new.end_to_end, new.remittance, new.party, new.party_account)
     is distinct from
     (old.bank_statement_id, old.account, old.entry_key, old.amount, old.currency, old.booked_on, old.value_on,
      old.is_reversal, old.structured_reference, old.end_to_end, old.remittance, old.party, old.party_account) then
    perform tenantry.refuse('bank.entry_final', 'What a bank statement says cannot be changed.');
  end if;
  return new;
end
$$;
create trigger bank_entry_frozen before update on bank_entry
  for each row execute function bank_entry_frozen();
create trigger append_only before update or delete on bank_statement
  for each statement execute function append_only('bank_statement');

create table bank_match (
  organization_id uuid not null,
  payment_id uuid not null,
  bank_entry_id uuid not null,
  rule text not null check (rule in ('structured_reference', 'number', 'end_to_end', 'by_hand')),
  matched_at timestamptz not null,
  primary key (organization_id, payment_id),
  foreign key (organization_id, payment_id) references payment (organization_id, payment_id)
);
create index bank_match_by_entry on bank_match (bank_entry_id);
comment on table bank_match is 'Which entry of a bank statement a payment came from';

call audit('bank_match', 'bank_match');
call protect('bank_statement', tenant => '', worker => 'ri', success => '', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('bank_entry', tenant => '', worker => 'riu', success => '', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('bank_match', tenant => 'r', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call settle_ownership();
