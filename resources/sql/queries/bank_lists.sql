-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of bank entries: one statement for each order and filter, so that each reads exactly its page from the index
-- made for it. The cursor (:value, :id) is the last row before the page.

-- name: bank_entries_by_booked_descending
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where booked_on = :value and bank_entry_id > :id
   order by bank_entry_id limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where booked_on < :value
   order by booked_on desc, bank_entry_id limit 201)) as page
order by booked_on desc, bank_entry_id limit :count

-- name: bank_entries_by_booked_descending_of_status
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and booked_on = :value and bank_entry_id > :id
   order by bank_entry_id limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and booked_on < :value
   order by booked_on desc, bank_entry_id limit 201)) as page
order by booked_on desc, bank_entry_id limit :count

-- name: bank_entries_by_booked_ascending
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where booked_on = :value and bank_entry_id < :id
   order by bank_entry_id desc limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where booked_on > :value
   order by booked_on, bank_entry_id desc limit 201)) as page
order by booked_on, bank_entry_id desc limit :count

-- name: bank_entries_by_booked_ascending_of_status
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and booked_on = :value and bank_entry_id < :id
   order by bank_entry_id desc limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and booked_on > :value
   order by booked_on, bank_entry_id desc limit 201)) as page
order by booked_on, bank_entry_id desc limit :count

-- name: bank_entries_by_amount_descending
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where amount = :value and bank_entry_id > :id
   order by bank_entry_id limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where amount < :value
   order by amount desc, bank_entry_id limit 201)) as page
order by amount desc, bank_entry_id limit :count

-- name: bank_entries_by_amount_descending_of_status
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and amount = :value and bank_entry_id > :id
   order by bank_entry_id limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and amount < :value
   order by amount desc, bank_entry_id limit 201)) as page
order by amount desc, bank_entry_id limit :count

-- name: bank_entries_by_amount_ascending
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where amount = :value and bank_entry_id < :id
   order by bank_entry_id desc limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where amount > :value
   order by amount, bank_entry_id desc limit 201)) as page
order by amount, bank_entry_id desc limit :count

-- name: bank_entries_by_amount_ascending_of_status
select * from (
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and amount = :value and bank_entry_id < :id
   order by bank_entry_id desc limit 201)
  union all
  (select bank_entry_id, account, amount, currency, booked_on, value_on, is_reversal, bank_reference, structured_reference,
   end_to_end, remittance, party, party_account, status, reason, twin_of, twin_answer
   from bank_entry
   where status = :status and amount > :value
   order by amount, bank_entry_id desc limit 201)) as page
order by amount, bank_entry_id desc limit :count

-- name: bank_entries_counted
select count(*) from (select from bank_entry limit :most) as counted

-- name: bank_entries_counted_of_status
select count(*) from (select from bank_entry where status = :status limit :most) as counted

-- name: bank_entries_waiting_totals
select currency, count(*), sum(amount)::bigint from (
  select currency, amount from bank_entry where status = 'waiting' limit :most) as waiting
group by currency order by currency

-- What an entry paid, as it stands now.
-- name: bank_entry_paid
select m.organization_id, o.name, coalesce(i.number, ''), coalesce(a.amount, 0), p.amount, p.currency, m.rule,
       m.matched_at,
       (select min(l.business_day) from ledger_entry as l
        where l.organization_id = p.organization_id and l.document_id = p.payment_id and l.cause = 'payment.received')
from bank_match as m
join payment as p on p.organization_id = m.organization_id and p.payment_id = m.payment_id
join organization as o on o.organization_id = m.organization_id
left join payment_allocation as a on a.organization_id = m.organization_id and a.payment_id = m.payment_id
left join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id
where m.bank_entry_id = :entry
  and not exists (select from payment_reversal as v
                  where v.organization_id = m.organization_id and v.payment_id = m.payment_id)
order by m.payment_id
