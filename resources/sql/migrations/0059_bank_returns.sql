-- SPDX-License-Identifier: GPL-3.0-or-later
-- A transfer that was assigned and then sent back by the bank: the entry by which it went out says which one that was.

alter table bank_entry add column returns uuid references bank_entry;
alter table bank_entry add check (returns is null or (amount < 0 and status = 'matched'));
create unique index bank_entry_returned on bank_entry (returns) where returns is not null;
comment on column bank_entry.returns is 'The earlier entry whose money went back by this one';
