-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whoever imports the account's statements does so alone.
-- name: bank_lock_account
select pg_advisory_xact_lock(hashtextextended('tenantry.bank ' || :account, 0))

-- name: bank_statement_find
select content_digest from bank_statement where account = :account and statement_key = :key

-- name: bank_statement_add
insert into bank_statement (bank_statement_id, account, statement_key, content_digest, format, file_name, currency,
                            opening, closing, imported_at, number, opens_on, closes_on)
values (:statement, :account, :key, :digest, :format, :file, :currency, :opening, :closing, :now, :statement_number,
        :opens_on, :closes_on)

-- What is compared with what comes before and after it: those that have balances.
-- name: bank_statements_following
select s.bank_statement_id, s.account, s.statement_key, s.currency, s.number, s.opens_on, s.closes_on, s.opening,
       s.closing
from bank_statement as s
where s.account = any(:accounts::text[]) and s.opening is not null and s.closes_on is not null

-- name: bank_accounts
select distinct account from bank_statement

-- name: bank_gaps_accepted
select earlier_id, later_id from bank_gap_accepted

-- name: bank_gap_accept
insert into bank_gap_accepted (earlier_id, later_id, reason, accepted_by, accepted_at)
values (:earlier, :later, :reason, :accepted_by, :now)
on conflict do nothing

-- name: bank_entries_known
select entry_key from bank_entry where account = :account and entry_key = any(:keys::text[])

-- Entries of days and sums that come again, or parts of a batch that comes whole; not those that were told again
-- themselves. Of whom nobody has said yet whether they were come last.
-- name: bank_entries_alike
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer,
       entry_key, batch_amount
from bank_entry
where account = :account and booked_on = any(:days::date[]) and status <> 'repeated'
  and (amount = any(:amounts::bigint[]) or batch_amount = any(:amounts::bigint[])
       or regexp_replace(bank_reference, '/[0-9]+$', '') = any(:batches::text[]))
order by twin_of is not null and twin_answer = '', bank_entry_id

-- name: bank_entry_add
insert into bank_entry (bank_entry_id, bank_statement_id, account, entry_key, amount, currency, booked_on, value_on,
                        is_reversal, bank_reference, structured_reference, end_to_end, remittance, party,
                        party_account, status, reason, twin_of, batch_amount)
values (:entry, :statement, :account, :key, :amount, :currency, :booked_on, :value_on, :is_reversal, :bank_reference,
        :structured_reference, :end_to_end, :remittance, :party, :party_account, 'waiting', '', :twin, :batch)

-- name: bank_entry_lock
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
from bank_entry where bank_entry_id = :entry for update

-- name: bank_entry_find
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
from bank_entry where bank_entry_id = :entry

-- name: bank_entries_of
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
from bank_entry where bank_entry_id = any(:entries::uuid[])

-- name: bank_entries_latest
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
from bank_entry where status = :status order by booked_on desc, bank_entry_id limit :count

-- Organizations that were paid for from that account before, the latest first.
-- name: bank_payers
select m.organization_id
from bank_entry as e
join bank_match as m on m.bank_entry_id = e.bank_entry_id
where e.party_account = :party_account and e.status = 'matched'
  and not exists (select from payment_reversal as v
                  where v.organization_id = m.organization_id and v.payment_id = m.payment_id)
group by m.organization_id order by max(m.matched_at) desc, m.organization_id limit 5

-- name: bank_invoices_open
select i.organization_id, i.invoice_id, i.number, o.name, i.status, i.currency, i.amount_due + i.written_off
from invoice as i
join organization as o on o.organization_id = i.organization_id
where i.organization_id = any(:organizations::uuid[]) and i.status in ('open', 'uncollectible')
  and i.currency = :currency and i.amount_due + i.written_off > 0
order by i.status, i.due_at, i.invoice_id limit 50

-- What came in and was assigned, of that sum: the latest; one that went out may be its money.
-- name: bank_entries_returnable
select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference,
       structured_reference, end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
from bank_entry
where status = 'matched' and amount = :amount and account = :account and currency = :currency
  and booked_on <= :day and reason <> :returned
order by bank_entry_id desc limit :count

-- name: bank_entry_settle
update bank_entry set status = :status, reason = :reason, settled_at = :settled_at where bank_entry_id = :entry

-- name: bank_entry_return
update bank_entry set status = 'matched', reason = :reason, settled_at = :now, returns = :of where bank_entry_id = :entry

-- name: bank_entry_answer
update bank_entry set twin_answer = :answer, status = :status, reason = :reason, settled_at = :settled_at
where bank_entry_id = :entry

-- name: bank_match_add
insert into bank_match (organization_id, payment_id, bank_entry_id, rule, matched_at)
values (:organization, :payment, :entry, :rule, :now)

-- Invoices by what a transfer may call them.
-- name: bank_invoices_called
select i.organization_id, i.invoice_id, i.number, o.name, i.status, i.currency, i.amount_due + i.written_off
from invoice as i
join organization as o on o.organization_id = i.organization_id
where i.number = any(:numbers::text[])
order by i.number, i.organization_id

-- name: bank_invoices_identified
select i.organization_id, i.invoice_id, i.number, o.name, i.status, i.currency, i.amount_due + i.written_off
from invoice as i
join organization as o on o.organization_id = i.organization_id
where i.invoice_id = any(:ids::uuid[]) and i.number is not null
order by i.number, i.organization_id

-- The payments that an entry made, with what of each paid an invoice and what is given back or on its way.
-- name: bank_entry_payments
select m.organization_id, m.payment_id from bank_match as m
where m.bank_entry_id = :entry
  and not exists (select from payment_reversal as v
                  where v.organization_id = m.organization_id and v.payment_id = m.payment_id)
order by m.payment_id

-- What the balance paid of invoices that stand, the latest first.
-- name: balance_uses_latest
select i.invoice_id, i.balance_applied
from invoice as i
cross join lateral (
  select max(m.occurred_at) as at from balance_movement as m
  where m.organization_id = i.organization_id and m.document_id = i.invoice_id and m.amount < 0) as paid
where i.organization_id = :organization and i.currency = :currency and i.balance_applied > 0
  and i.status in ('open', 'paid')
order by paid.at desc nulls last, i.invoice_id desc

-- name: bank_entry_balance_uses
select u.invoice_id, sum(u.amount)::bigint
from payment_balance_use as u
where u.organization_id = :organization and u.payment_id = any(:payments::uuid[])
group by u.invoice_id order by u.invoice_id
