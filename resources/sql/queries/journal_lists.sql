-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of the journal (see organization_lists.sql): of some days, of one of the accounts that have an index, and of some
-- organizations or their documents. The cursor (:day, :organization, :transaction, :entry) is the last row before the page.

-- name: journal_ascending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) > (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by organization_id, transaction_id, entry_no limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day > :day and business_day >= :first_day and business_day < :end_day
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by business_day, organization_id, transaction_id, entry_no limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day, page.organization_id, page.transaction_id, page.entry_no limit :count

-- name: journal_descending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) < (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by organization_id desc, transaction_id desc, entry_no desc limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day < :day and business_day >= :first_day and business_day < :end_day
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by business_day desc, organization_id desc, transaction_id desc, entry_no desc limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day desc, page.organization_id desc, page.transaction_id desc, page.entry_no desc limit :count

-- name: journal_of_account_ascending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) > (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day and account = :account
     and account in ('cash', 'customer_balance', 'bad_debt', 'refunds') and (:currency = '' or currency = :currency)
   order by organization_id, transaction_id, entry_no limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day > :day and business_day >= :first_day and business_day < :end_day and account = :account
     and account in ('cash', 'customer_balance', 'bad_debt', 'refunds') and (:currency = '' or currency = :currency)
   order by business_day, organization_id, transaction_id, entry_no limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day, page.organization_id, page.transaction_id, page.entry_no limit :count

-- name: journal_of_account_descending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) < (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day and account = :account
     and account in ('cash', 'customer_balance', 'bad_debt', 'refunds') and (:currency = '' or currency = :currency)
   order by organization_id desc, transaction_id desc, entry_no desc limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day < :day and business_day >= :first_day and business_day < :end_day and account = :account
     and account in ('cash', 'customer_balance', 'bad_debt', 'refunds') and (:currency = '' or currency = :currency)
   order by business_day desc, organization_id desc, transaction_id desc, entry_no desc limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day desc, page.organization_id desc, page.transaction_id desc, page.entry_no desc limit :count

-- name: journal_of_ascending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) > (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day and organization_id = any(:organizations)
     and (not :of_documents or document_id = any(:documents))
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by organization_id, transaction_id, entry_no limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day > :day and business_day >= :first_day and business_day < :end_day and organization_id = any(:organizations)
     and (not :of_documents or document_id = any(:documents))
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by business_day, organization_id, transaction_id, entry_no limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day, page.organization_id, page.transaction_id, page.entry_no limit :count

-- name: journal_of_descending
select page.organization_id, page.transaction_id, page.entry_no::bigint, page.business_day, page.account, page.amount,
       page.currency, page.cause, coalesce(i.number, ''), coalesce(c.number, ''), o.name, page.document_id
from (
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day = :day
     and (organization_id, transaction_id, entry_no) < (:organization, :transaction, :entry::bigint)
     and business_day >= :first_day and business_day < :end_day and organization_id = any(:organizations)
     and (not :of_documents or document_id = any(:documents))
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by organization_id desc, transaction_id desc, entry_no desc limit 201)
  union all
  (select organization_id, transaction_id, entry_no, business_day, account, amount, currency, cause, document_id
   from ledger_entry
   where business_day < :day and business_day >= :first_day and business_day < :end_day and organization_id = any(:organizations)
     and (not :of_documents or document_id = any(:documents))
     and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
   order by business_day desc, organization_id desc, transaction_id desc, entry_no desc limit 201)) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day desc, page.organization_id desc, page.transaction_id desc, page.entry_no desc limit :count

-- name: journal_counted
select count(*) from (
  select from ledger_entry
  where business_day >= :first_day and business_day < :end_day
    and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
  limit :most) as counted

-- name: journal_of_account_counted
select count(*) from (
  select from ledger_entry
  where business_day >= :first_day and business_day < :end_day
    and account = :account
    and account in ('cash', 'customer_balance', 'bad_debt', 'refunds') and (:currency = '' or currency = :currency)
  limit :most) as counted

-- name: journal_of_counted
select count(*) from (
  select from ledger_entry
  where business_day >= :first_day and business_day < :end_day
    and organization_id = any(:organizations)
    and (not :of_documents or document_id = any(:documents))
    and (:account = '' or account = :account) and (:currency = '' or currency = :currency)
  limit :most) as counted

-- Documents whose number begins like that, and the payments, refunds and losses of such invoices: they are booked under their
-- own.
-- name: journal_documents
with found as materialized (
  select organization_id, invoice_id from invoice
  where number is not null and number ~>=~ :from and number ~<~ :to limit 200)
select organization_id, invoice_id from found
union all
(select organization_id, credit_note_id from credit_note where number ~>=~ :from and number ~<~ :to limit 200)
union all
select f.organization_id, paid.payment_id
from found as f
cross join lateral (select a.payment_id from payment_allocation as a
                    where a.organization_id = f.organization_id and a.invoice_id = f.invoice_id limit 200) as paid
union all
select f.organization_id, back.credit_note_id
from found as f
cross join lateral (select r.credit_note_id from refund as r
                    where r.organization_id = f.organization_id and r.invoice_id = f.invoice_id
                      and r.credit_note_id is not null limit 200) as back
union all
select f.organization_id, lost.finding_id
from found as f
cross join lateral (select p.finding_id from provider_finding as p
                    where p.organization_id = f.organization_id and p.invoice_id = f.invoice_id limit 200) as lost

-- What those payments paid, or those findings are about, and what the bank or the provider calls them: what the simulator does
-- leads nowhere.
-- name: journal_payments
select k.organization_id, k.payment_id,
       case when m.provider = 'simulator' then '' else coalesce(nullif(t.provider_reference, ''), p.reference) end,
       coalesce(i.number, '')
from unnest(:organizations::uuid[], :documents::uuid[]) as k (organization_id, payment_id)
join payment as p on p.organization_id = k.organization_id and p.payment_id = k.payment_id
left join payment_attempt as t on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
left join payment_method as m on m.organization_id = t.organization_id and m.payment_method_id = t.payment_method_id
left join payment_allocation as a on a.organization_id = k.organization_id and a.payment_id = k.payment_id
left join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id
union all
select k.organization_id, k.payment_id, f.reference, coalesce(i.number, '')
from unnest(:organizations::uuid[], :documents::uuid[]) as k (organization_id, payment_id)
join provider_finding as f on f.organization_id = k.organization_id and f.finding_id = k.payment_id
join invoice as i on i.organization_id = f.organization_id and i.invoice_id = f.invoice_id
order by 1, 2, 4

-- name: journal_transaction
select e.entry_no::bigint, e.business_day, e.account, e.amount, e.currency, e.cause, coalesce(i.number, ''),
       coalesce(c.number, ''), o.name, e.document_id, e.booked_at
from ledger_entry as e
join organization as o on o.organization_id = e.organization_id
left join invoice as i on i.organization_id = e.organization_id and i.invoice_id = e.document_id
left join credit_note as c on c.organization_id = e.organization_id and c.credit_note_id = e.document_id
where e.organization_id = :organization and e.transaction_id = :transaction
order by e.entry_no

-- What customers owe, by how long it is due: not yet, within 30, 60 and 90 days, and longer.
-- name: receivables_by_age
select currency, case when due_at >= :now then 0 when due_at >= :month then 1 when due_at >= :two then 2
                      when due_at >= :three then 3 else 4 end as age, count(*), sum(amount_due)::bigint
from invoice where status = 'open' group by 1, 2 order by 1, 2

-- What is not in the books by that end, or may not be.
-- name: month_end_open
select (select count(*) from invoice where status = 'draft' and created_at < :end),
       (select count(*) from subscription where ended_at is null and due_at >= '-infinity' and due_at < :end),
       (select count(*) from (select distinct organization_id, invoice_id from unanswered where since < :end) as waiting),
       (select count(*) from contradicted where kind <> 'setup' and since < :end),
       (select count(*) from bank_entry where status = 'waiting' and booked_on < :end_day),
       (select count(*) from ledger_entry where business_day >= :first_day and business_day < :end_day),
       exists (select from recognized_month where ends_on = :end_day)
