-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: statements are compared with each other. Which follows which is told by days and numbers; an entry that another
-- statement seems to have brought is held until a person says whether it is the same.

alter table bank_statement add column number bigint check (number > 0);
alter table bank_statement add column opens_on date;
alter table bank_statement add column closes_on date;
alter table bank_statement add check ((opens_on is null) = (closes_on is null));
alter table bank_statement add check (opens_on <= closes_on);
comment on column bank_statement.number is 'The how-manieth the bank says it is, where it does';
comment on column bank_statement.opens_on is 'Its first day; with closes_on null where nothing tells it';
alter table bank_statement disable trigger append_only;
update bank_statement as s set opens_on = e.opens_on, closes_on = e.closes_on
from (select bank_statement_id, min(booked_on) as opens_on, max(booked_on) as closes_on
      from bank_entry group by bank_statement_id) as e
where e.bank_statement_id = s.bank_statement_id;
alter table bank_statement enable trigger append_only;

alter table bank_entry add column twin_of uuid references bank_entry;
alter table bank_entry add column twin_answer text not null default '' check (twin_answer in ('', 'another', 'same'));
alter table bank_entry drop constraint bank_entry_status_check;
alter table bank_entry add constraint bank_entry_status_check
  check (status in ('waiting', 'matched', 'not_ours', 'repeated'));
alter table bank_entry add check (twin_answer = '' or twin_of is not null);
alter table bank_entry add check ((status = 'repeated') = (twin_answer = 'same'));
alter table bank_entry add check (twin_of is null or twin_answer <> '' or status <> 'matched');
comment on column bank_entry.twin_of is 'The entry of an earlier statement that it may be told again';
create index bank_entry_by_movement on bank_entry (account, booked_on, amount);

create or replace function bank_entry_frozen() returns trigger
  language plpgsql as $$
begin
  if (new.bank_statement_id, new.account, new.entry_key, new.amount, new.currency, new.booked_on, new.value_on,
      new.is_reversal, new.structured_reference, new.end_to_end, new.remittance, new.party, new.party_account,
      new.twin_of)
     is distinct from
     (old.bank_statement_id, old.account, old.entry_key, old.amount, old.currency, old.booked_on, old.value_on,
      old.is_reversal, old.structured_reference, old.end_to_end, old.remittance, old.party, old.party_account,
      old.twin_of) then
    perform tenantry.refuse('bank.entry_final', 'What a bank statement says cannot be changed.');
  end if;
  return new;
end
$$;
create trigger bank_entry_answered after update on bank_entry
  for each row when (old.twin_answer is distinct from new.twin_answer) execute function audit_global('bank_entry');

create table bank_gap_accepted (
  earlier_id uuid not null references bank_statement,
  later_id uuid not null references bank_statement,
  reason text not null check (reason <> ''),
  accepted_by text not null,
  accepted_at timestamptz not null,
  primary key (earlier_id, later_id)
);
comment on table bank_gap_accepted is 'Statements that do not follow each other, of which a person knows why';
create trigger append_only before update or delete on bank_gap_accepted
  for each statement execute function append_only('bank_gap_accepted');
call protect('bank_gap_accepted', tenant => '', worker => 'ri', success => '', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call settle_ownership();
