-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people decide about: lists of entries by what became of them, and who paid from an account before.

create index bank_entry_by_status on bank_entry (status, booked_on desc, bank_entry_id);
drop index bank_entry_waiting;
create index bank_entry_payer on bank_entry (party_account) where status = 'matched' and party_account <> '';
