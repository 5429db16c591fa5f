-- SPDX-License-Identifier: GPL-3.0-or-later
-- Recognition of revenue, closing of months, and what the books export.

-- name: recognition_last
select max(ends_on), (select min(business_day) from ledger_entry) from recognized_month

-- The next organizations in their order, locked: nothing of theirs is voided or credited meanwhile.
-- name: recognition_organizations
select organization_id from organization_head where organization_id > :after order by organization_id limit :limit
for update

-- Lines whose days have begun: those that are under way, and those of documents that are new since then and were booked before the
-- month's end: the day of issue is the customer's and may be another than that of the books.
-- name: recognition_lines
with running as (
  select organization_id, document_id, line_no, recognized from revenue_recognition
  where organization_id = any(:organizations) and not is_done),
issued as (
  select organization_id, invoice_id as document_id, currency, issued_on, finalized_at as booked_at from invoice
  where organization_id = any(:organizations) and status in ('open', 'paid', 'uncollectible')
  union all
  select organization_id, credit_note_id, currency, issued_on, created_at from credit_note
  where organization_id = any(:organizations) and kind <> 'refund'),
line as (
  select d.organization_id, d.document_id, r.line_no, d.currency, d.issued_on, r.recognized
  from running as r join issued as d using (organization_id, document_id)
  union all
  select d.organization_id, d.document_id, l.line_no, d.currency, d.issued_on, 0
  from issued as d
  join invoice_line as l on l.organization_id = d.organization_id and l.invoice_id = d.document_id
  left join revenue_recognition as known on known.organization_id = d.organization_id
    and known.document_id = d.document_id and known.line_no = l.line_no
  where d.issued_on >= :since::date - 2 and d.booked_at < :before and known.line_no is null
    and l.kind in ('plan', 'seat', 'addon', 'proration_credit', 'proration_charge'))
select x.organization_id, x.document_id, x.line_no, x.currency, l.amount + l.discount_share,
       coalesce(l.from_day, x.issued_on), coalesce(l.to_day, x.issued_on + 1), x.recognized
from line as x
join invoice_line as l on l.organization_id = x.organization_id and l.invoice_id = x.document_id
  and l.line_no = x.line_no
order by 1, 4, 2, 3

-- name: recognition_write
insert into revenue_recognition (organization_id, document_id, line_no, recognized, is_done)
select x.* from unnest(:organizations::uuid[], :documents::uuid[], :lines::bigint[], :recognized::bigint[], :done::boolean[])
  as x (organization_id, document_id, line_no, recognized, is_done)
order by 1, 2, 3
on conflict (organization_id, document_id, line_no) do update
set recognized = excluded.recognized, is_done = excluded.is_done

-- name: recognition_month_done
insert into recognized_month (ends_on, recognized_at) values (:month, :now) on conflict do nothing

-- name: recognized_of
select coalesce(sum(recognized), 0)::bigint from revenue_recognition
where organization_id = :organization and document_id = :document

-- name: books_closed_through
select closed_through()

-- Whether this login may close months.
-- name: books_rights
select has_table_privilege('book_closing', 'insert') and has_table_privilege('revenue_recognition', 'insert')

-- name: books_close
insert into book_closing (closed_through, reason, actor, closed_at) values (:through, :reason, :actor, :now)

-- What was done to the months, the latest first, with the day through which they were closed before it.
-- name: books_history
select lag(closed_through) over (order by closing_no), closed_through, reason, actor, closed_at from book_closing
order by closing_no desc

-- name: books_lock
select pg_advisory_xact_lock(hashtextextended('tenantry.book_closing', 0))

-- name: ledger_journal
select e.business_day, e.organization_id, e.transaction_id, e.entry_no::bigint, o.name, e.account, e.amount, e.currency,
       e.cause, coalesce(i.number, c.number, ''), e.booked_at, e.document_id
from ledger_entry as e
join organization as o on o.organization_id = e.organization_id
left join invoice as i on i.organization_id = e.organization_id and i.invoice_id = e.document_id
left join credit_note as c on c.organization_id = e.organization_id and c.credit_note_id = e.document_id
where e.business_day < :until::date
  and (e.business_day, e.organization_id, e.transaction_id, e.entry_no)
      > (:day::date, :organization::uuid, :transaction::uuid, :entry::bigint)
order by e.business_day, e.organization_id, e.transaction_id, e.entry_no
limit :limit

-- Money that came in on these days of the books, and what was taken back of it, with what it paid. What a provider took and is
-- booked as a loss, or won back, is the finding's.
-- name: ledger_receipts
select page.business_day, page.organization_id, page.transaction_id, o.name, page.cause,
       coalesce(p.source, case when f.finding_id is not null then 'attempt' end, ''),
       case when m.provider = 'simulator' then '' else coalesce(nullif(t.provider_reference, ''), p.reference, f.reference, '') end,
       coalesce(paid.numbers, lost.number, ''), page.currency,
       page.amount, coalesce(p.amount - coalesce(paid.amount, 0), 0)
from (
  select business_day, organization_id, transaction_id, document_id, cause, currency, amount from ledger_entry
  where account = 'cash' and business_day < :end_day
    and cause in ('payment.received', 'payment.imported', 'payment.reversed', 'finding.lost', 'finding.won')
    and (business_day, organization_id, transaction_id) > (:day::date, :organization::uuid, :transaction::uuid)
  order by business_day, organization_id, transaction_id
  limit :limit) as page
join organization as o on o.organization_id = page.organization_id
left join payment as p on p.organization_id = page.organization_id and p.payment_id = page.document_id
left join payment_attempt as t on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
left join payment_method as m on m.organization_id = t.organization_id and m.payment_method_id = t.payment_method_id
left join lateral (
  select string_agg(i.number, ', ' order by i.number) as numbers, sum(a.amount)::bigint as amount
  from payment_allocation as a
  join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id
  where a.organization_id = page.organization_id and a.payment_id = page.document_id) as paid on true
left join provider_finding as f on f.organization_id = page.organization_id and f.finding_id = page.document_id
left join invoice as lost on lost.organization_id = f.organization_id and lost.invoice_id = f.invoice_id
order by page.business_day, page.organization_id, page.transaction_id

-- name: ledger_open_items
select i.number, o.name, i.organization_id, i.issued_on, i.due_on, i.currency, i.total,
       i.total - i.paid - i.balance_applied - i.credited - i.written_off
from invoice as i join organization as o on o.organization_id = i.organization_id
where i.status = 'open' and (i.number, i.organization_id) > (:after::text, :organization::uuid)
order by i.number, i.organization_id
limit :limit

-- What was owed of each invoice at the end of that day, by the books. Money is booked under its payment and a credit under its
-- note: what they were allocated to says of which invoice.
-- name: ledger_open_items_on
with due as (
  select e.organization_id, coalesce(p.invoice_id, c.invoice_id, e.document_id) as invoice_id,
         sum(coalesce(-c.amount, e.amount))::bigint as amount
  from ledger_entry as e
  left join payment_allocation as p on p.organization_id = e.organization_id and p.payment_id = e.document_id
  left join credit_note_allocation as c on c.organization_id = e.organization_id and c.credit_note_id = e.document_id
  where e.organization_id = any(:organizations) and e.account = 'receivable' and e.business_day <= :day
  group by 1, 2 having sum(coalesce(-c.amount, e.amount)) <> 0)
select i.number, o.name, due.organization_id, i.issued_on, i.due_on, i.currency, i.total, due.amount
from due
join invoice as i on i.organization_id = due.organization_id and i.invoice_id = due.invoice_id
join organization as o on o.organization_id = due.organization_id
order by due.organization_id, i.number

-- What we owe customers as it stands now.
-- name: ledger_customer_balances
select o.name, b.organization_id, b.currency, b.amount
from customer_balance as b join organization as o on o.organization_id = b.organization_id
where b.organization_id = any(:organizations) and b.amount <> 0
order by b.organization_id, b.currency

-- What we owed customers at the end of that day, by the books.
-- name: ledger_customer_balances_on
with balance as (
  select organization_id, currency, -sum(amount)::bigint as amount from ledger_entry
  where organization_id = any(:organizations) and account = 'customer_balance' and business_day <= :day
  group by 1, 2 having sum(amount) <> 0)
select o.name, b.organization_id, b.currency, b.amount
from balance as b join organization as o on o.organization_id = b.organization_id
order by b.organization_id, b.currency

-- Lines of which revenue is still to come, and those that no month-end has seen yet.
-- name: ledger_deferred_lines
with issued as (
  select organization_id, invoice_id as document_id, currency, issued_on from invoice
  where organization_id = any(:organizations) and status in ('open', 'paid', 'uncollectible')
  union all
  select organization_id, credit_note_id, currency, issued_on from credit_note
  where organization_id = any(:organizations) and kind <> 'refund')
select d.currency, l.amount + l.discount_share, coalesce(l.from_day, d.issued_on),
       coalesce(l.to_day, d.issued_on + 1), coalesce(r.recognized, 0)
from issued as d
join invoice_line as l on l.organization_id = d.organization_id and l.invoice_id = d.document_id
left join revenue_recognition as r on r.organization_id = d.organization_id
  and r.document_id = d.document_id and r.line_no = l.line_no
where l.kind in ('plan', 'seat', 'addon', 'proration_credit', 'proration_charge') and (r.line_no is null or not r.is_done)

-- Lines of documents that are in the books before `until` and were not voided before `since`, of which something is revenue
-- between the two, or later. An imported invoice is in the books since it was imported.
-- name: ledger_revenue_lines
with issued as (
  select i.organization_id, i.invoice_id as document_id, i.number, i.currency, i.issued_on,
         case i.kind when 'imported' then (
           select min(e.booked_at) from ledger_entry as e
           where e.organization_id = i.organization_id and e.document_id = i.invoice_id and e.cause = 'invoice.imported')
         else i.finalized_at end as booked_at,
         case i.status when 'void' then i.closed_at end as voided_at
  from invoice as i
  where i.organization_id = any(:organizations) and i.number is not null
  union all
  select organization_id, credit_note_id, number, currency, issued_on, created_at, null::timestamptz
  from credit_note where organization_id = any(:organizations) and kind <> 'refund')
select d.organization_id, o.name, d.number, l.line_no, l.kind, l.item, l.from_day, l.to_day, d.issued_on, d.currency,
       l.amount + l.discount_share, coalesce(r.recognized, 0), d.booked_at, d.voided_at
from issued as d
join organization as o on o.organization_id = d.organization_id
join invoice_line as l on l.organization_id = d.organization_id and l.invoice_id = d.document_id
left join revenue_recognition as r on r.organization_id = d.organization_id
  and r.document_id = d.document_id and r.line_no = l.line_no
where d.booked_at < :until and (d.voided_at is null or d.voided_at >= :since)
  and l.kind not in ('discount', 'tax') and l.amount + l.discount_share <> 0
  and (d.booked_at >= :since or d.voided_at < :until
       or (l.kind in ('plan', 'seat', 'addon', 'proration_credit', 'proration_charge')
           and (coalesce(l.to_day, d.issued_on + 1) > :day or not coalesce(r.is_done, false))))
order by d.organization_id, d.number, l.line_no

-- What moved tax, in the order of the journal: one row of each transaction.
-- name: ledger_tax_documents
select page.business_day, page.organization_id, page.transaction_id, o.name, page.document_id,
       coalesce(i.number, c.number), page.cause, page.currency, coalesce(i.reverse_charge, c.reverse_charge),
       coalesce(i.customer, c.customer::json), coalesce(i.kind = 'imported', false)
from (
  select business_day, organization_id, transaction_id, document_id, cause, currency from ledger_entry
  where business_day < :end_day and entry_no = 1
    and cause in ('invoice.finalized', 'invoice.imported', 'invoice.voided', 'credit_note.issued', 'payment.refunded')
    and (business_day, organization_id, transaction_id) > (:day::date, :organization::uuid, :transaction::uuid)
  order by business_day, organization_id, transaction_id
  limit 200) as page
join organization as o on o.organization_id = page.organization_id
left join invoice as i on i.organization_id = page.organization_id and i.invoice_id = page.document_id
left join credit_note as c on c.organization_id = page.organization_id and c.credit_note_id = page.document_id
order by page.business_day, page.organization_id, page.transaction_id

-- name: ledger_tax_lines
select l.line_no, l.kind, l.item, l.metric, l.quantity, l.unit, l.amount, l.discount_share, l.tax_share, l.from_day,
       l.to_day, l.part_from, null::jsonb, l.invoice_id
from (select distinct * from unnest(:organizations::uuid[], :documents::uuid[])) as d (organization_id, document_id)
join invoice_line as l on l.organization_id = d.organization_id and l.invoice_id = d.document_id
order by l.organization_id, l.invoice_id, l.line_no

-- name: ledger_organizations
select organization_id from organization_head where organization_id > :after order by organization_id limit :limit

-- name: ledger_first_day
select min(business_day) from ledger_entry

-- The first day of the books, and how many entries these days have.
-- name: ledger_reopened
select (select min(business_day) from ledger_entry),
       (select count(*) from ledger_entry where business_day >= :first_day::date and business_day < :end_day::date)

-- name: ledger_month
select account, currency, coalesce(sum(amount) filter (where business_day < :from), 0)::bigint,
       coalesce(sum(amount) filter (where business_day >= :from and amount > 0), 0)::bigint,
       coalesce(-sum(amount) filter (where business_day >= :from and amount < 0), 0)::bigint,
       count(*) filter (where business_day >= :from)
from ledger_entry where business_day < :until
group by account, currency order by account, currency

-- The day from which on an invoice, or that it was given up, is in the books.
-- name: ledger_invoice_day
select max(business_day) from ledger_entry
where organization_id = :organization and document_id = :invoice
  and cause in ('invoice.finalized', 'invoice.imported', 'invoice.written_off')

-- name: ledger_balance_used_on
select max(business_day) from ledger_entry
where organization_id = :organization and document_id = :invoice and cause = 'balance.applied'

-- name: ledger_of_payment
select business_day, account, sum(amount)::bigint from ledger_entry
where organization_id = :organization and document_id = :payment and cause in ('payment.received', 'payment.applied')
group by business_day, account order by business_day, account
