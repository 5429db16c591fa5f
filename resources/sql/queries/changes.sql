-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: billed_latest_day
select max(lower(span)) from billed_period where organization_id = :organization and subscription_id = :subscription

-- What is billed of a subscription from that day on, with what was taken back of it. What was given up was not paid for.
-- name: billed_lines
select b.item, b.invoice_id, b.line_no, lower(b.span), upper(b.span), l.kind, l.quantity, l.unit, l.amount,
       l.discount_share, l.tax_share, l.detail, l.from_day, l.to_day,
       coalesce(taken.amount, 0)::bigint, coalesce(taken.discount, 0)::bigint, coalesce(taken.tax, 0)::bigint
from billed_period as b
join invoice_line as l
  on l.organization_id = b.organization_id and l.invoice_id = b.invoice_id and l.line_no = b.line_no
left join invoice as own on own.organization_id = b.organization_id and own.invoice_id = b.invoice_id
cross join lateral (
  select sum(c.amount) as amount, sum(c.discount_share) as discount, sum(c.tax_share) as tax
  from invoice_line as c
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  where c.organization_id = b.organization_id and c.credits_invoice_id = b.invoice_id and c.credits_line_no = b.line_no
    and i.status is distinct from 'void') as taken
where b.organization_id = :organization and b.subscription_id = :subscription and upper(b.span) > :on
  and own.status is distinct from 'uncollectible'
order by b.item, b.span

-- The same of the lines of one invoice.
-- name: invoice_lines_billed
select l.item, l.invoice_id, l.line_no, coalesce(l.from_day, i.issued_on), coalesce(l.to_day, i.issued_on), l.kind,
       l.quantity, l.unit, l.amount, l.discount_share, l.tax_share, l.detail, coalesce(l.from_day, i.issued_on),
       coalesce(l.to_day, i.issued_on), coalesce(taken.amount, 0)::bigint, coalesce(taken.discount, 0)::bigint,
       coalesce(taken.tax, 0)::bigint
from invoice_line as l
join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
cross join lateral (
  select sum(c.amount) as amount, sum(c.discount_share) as discount, sum(c.tax_share) as tax
  from invoice_line as c
  left join invoice as o on o.organization_id = c.organization_id and o.invoice_id = c.invoice_id
  where c.organization_id = l.organization_id and c.credits_invoice_id = l.invoice_id and c.credits_line_no = l.line_no
    and o.status is distinct from 'void') as taken
where l.organization_id = :organization and l.invoice_id = :invoice and l.kind not in ('discount', 'tax')
order by l.line_no

-- The charges of usage that came to less than was billed, the oldest first. A credit note may carry some as well.
-- name: billed_usage
select l.item, l.invoice_id, l.line_no, l.from_day, l.to_day, l.kind, l.quantity, l.unit, l.amount, l.discount_share,
       l.tax_share, l.detail, l.from_day, l.to_day, coalesce(taken.amount, 0)::bigint,
       coalesce(taken.discount, 0)::bigint, coalesce(taken.tax, 0)::bigint, l.part_from,
       case i.status when 'open' then i.amount_due else 0 end, l.organization_id
from unnest(:organizations::uuid[], :metrics::text[], :parts::timestamptz[]) as x (organization_id, metric, part_from)
join invoice_line as l
  on l.organization_id = x.organization_id and l.part_from = x.part_from and l.metric = x.metric
left join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
left join credit_note as n on n.organization_id = l.organization_id and n.credit_note_id = l.invoice_id
cross join lateral (
  select sum(c.amount) as amount, sum(c.discount_share) as discount, sum(c.tax_share) as tax
  from invoice_line as c
  left join invoice as o on o.organization_id = c.organization_id and o.invoice_id = c.invoice_id
  where c.organization_id = l.organization_id and c.credits_invoice_id = l.invoice_id and c.credits_line_no = l.line_no
    and o.status is distinct from 'void') as taken
where l.kind = 'usage' and l.amount > 0
  and i.status is distinct from 'void' and i.status is distinct from 'uncollectible'
order by coalesce(i.created_at, n.created_at), l.invoice_id, l.line_no

-- The discounts and taxes of the documents that those lines stand on; of an invoice of elsewhere what both came to.
-- name: billed_shares
select l.invoice_id, l.kind, l.item, l.unit, i.net, i.tax, l.organization_id
from (select distinct k.organization_id, k.invoice_id
      from unnest(:organizations::uuid[], :documents::uuid[]) as k (organization_id, invoice_id)) as x
join invoice_line as l on l.organization_id = x.organization_id and l.invoice_id = x.invoice_id
left join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id and i.kind = 'imported'
where l.kind in ('discount', 'tax')
order by l.organization_id, l.invoice_id, l.line_no

-- name: billed_invoices
select invoice_id, currency, amount_due, status = 'open' from invoice
where organization_id = :organization and invoice_id = any(:documents)
order by issued_on, invoice_id

-- Whether its plan or seats were billed here: of one that was imported the running period was billed elsewhere, whatever
-- add-ons it got since.
-- name: subscription_was_billed
select exists (select from billed_period where organization_id = :organization and subscription_id = :subscription
               and item in ('plan', 'seat'))
    or exists (select from invoice as i where i.organization_id = :organization and i.subscription_id = :subscription
               and i.kind = 'recurring')

-- Days of these items that are billed already, and by what.
-- name: billed_days_among
select lower(b.span), upper(b.span), coalesce(i.number, '')
from unnest(:items::text[], :froms::date[], :tos::date[]) as x (item, from_day, to_day)
join billed_period as b on b.organization_id = :organization and b.subscription_id = :subscription
  and b.item = x.item and b.span && daterange(x.from_day, x.to_day)
left join invoice as i on i.organization_id = b.organization_id and i.invoice_id = b.invoice_id
order by lower(b.span) limit 1

-- The invoice in the place of that one, and the one in whose place it is.
-- name: invoice_again
select invoice_id, coalesce(number, ''), true from invoice
where organization_id = :organization and instead_of = :invoice
union all
select was.invoice_id, coalesce(was.number, ''), false from invoice as i
join invoice as was on was.organization_id = i.organization_id and was.invoice_id = i.instead_of
where i.organization_id = :organization and i.invoice_id = :invoice

-- name: invoice_instead_of
update invoice set instead_of = :voided where organization_id = :organization and invoice_id = :invoice

-- name: billed_period_end
update billed_period set span = daterange(lower(span), :on)
where organization_id = :organization and subscription_id = :subscription and item = :item
  and lower(span) < :on and upper(span) > :on

-- name: billed_period_drop
delete from billed_period
where organization_id = :organization and subscription_id = :subscription and item = :item and lower(span) >= :on

-- What a void invoice had taken back of other lines is billed with those again.
-- name: billed_period_restore
with back as (
  select c.organization_id, i.subscription_id, l.item, l.invoice_id, l.line_no, l.from_day, max(c.to_day) as to_day
  from invoice_line as c
  join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  join invoice_line as l on l.organization_id = c.organization_id and l.invoice_id = c.credits_invoice_id
    and l.line_no = c.credits_line_no
  where c.organization_id = :organization and c.invoice_id = :invoice and c.kind = 'proration_credit'
  group by 1, 2, 3, 4, 5, 6),
extended as (
  update billed_period as b set span = daterange(lower(b.span), back.to_day)
  from back
  where b.organization_id = back.organization_id and b.subscription_id = back.subscription_id
    and b.item = back.item and b.invoice_id = back.invoice_id and b.line_no = back.line_no
  returning b.invoice_id, b.line_no)
insert into billed_period (organization_id, subscription_id, item, span, invoice_id, line_no)
select organization_id, subscription_id, item, daterange(from_day, to_day), invoice_id, line_no
from back
where not exists (select from extended as e where e.invoice_id = back.invoice_id and e.line_no = back.line_no)

-- name: credit_note_add
insert into credit_note (organization_id, credit_note_id, number, kind, subscription_id, currency, net, tax, total,
                         to_balance, reverse_charge, customer, reason, issued_on, created_at)
values (:organization, :note, :number, :kind, :subscription, :currency, :net, :tax, :total, :to_balance,
        :reverse_charge, :customer, :reason, :issued_on, :now)

-- name: credit_note_allocate
insert into credit_note_allocation (organization_id, credit_note_id, invoice_id, amount)
values (:organization, :note, :invoice, :amount)

-- name: invoice_credit
update invoice set credited = credited + :amount,
  status = case when amount_due > :amount then status when written_off > 0 then 'uncollectible' else 'paid' end,
  paid_at = case when amount_due = :amount and written_off = 0 then :now else paid_at end,
  closed_at = case when amount_due = :amount and written_off > 0 then :now else closed_at end
where organization_id = :organization and invoice_id = :invoice and status = 'open' and amount_due >= :amount
returning coalesce(number, ''), total, written_off, amount_due = 0

-- A refund's note: what was paid becomes credited, so that what is due stays as it is.
-- name: invoice_refund
update invoice set credited = credited + :amount, paid = paid - :amount
where organization_id = :organization and invoice_id = :invoice and status in ('open', 'paid', 'uncollectible')
  and paid >= :amount
returning coalesce(number, ''), total, written_off, false
