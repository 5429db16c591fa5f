-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts by the tax of their customers.

-- The lines by which a draft takes something back, and one that says whether something of the draft was taken back.
-- name: draft_credits
select line_no, false from invoice_line
where organization_id = :organization and invoice_id = :invoice
  and (credits_invoice_id is not null or kind = 'proration_credit')
union all
select 0, true where exists (
  select from invoice_line as c
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
  where c.organization_id = :organization and c.credits_invoice_id = :invoice and i.status is distinct from 'void')

-- What says whether a draft has the tax of now.
-- name: drafts_taxed
select i.organization_id, i.invoice_id, o.address_country, o.address_region, o.vat_id, i.reverse_charge,
       array(select l.item from invoice_line as l where l.organization_id = i.organization_id
             and l.invoice_id = i.invoice_id and l.kind = 'tax' order by l.line_no),
       array(select l.unit from invoice_line as l where l.organization_id = i.organization_id
             and l.invoice_id = i.invoice_id and l.kind = 'tax' order by l.line_no),
       array(select distinct coalesce(l.detail ->> 'inclusive', '') from invoice_line as l
             where l.organization_id = i.organization_id and l.invoice_id = i.invoice_id
               and l.tax_share <> 0 and l.credits_invoice_id is null)
from unnest(:organizations::uuid[], :invoices::uuid[]) as k (organization_id, invoice_id)
join invoice as i on i.organization_id = k.organization_id and i.invoice_id = k.invoice_id
join organization as o on o.organization_id = i.organization_id
where i.status = 'draft'

-- name: draft_retax
with before as (
  select organization_id, invoice_id, tax from invoice
  where organization_id = :organization and invoice_id = :invoice and status = 'draft' for update)
update invoice as i set net = :net, tax = :tax, total = :total, reverse_charge = :reverse_charge, customer = :customer
from before
where i.organization_id = before.organization_id and i.invoice_id = before.invoice_id and i.status = 'draft'
returning before.tax

-- name: draft_untax
delete from invoice_line where organization_id = :organization and invoice_id = :invoice and kind = 'tax'

-- name: draft_tax_lines
insert into invoice_line (organization_id, invoice_id, line_no, kind, item, quantity, unit, amount)
select :organization, :invoice, x.line_no, x.kind, x.item, x.quantity, x.unit, x.amount
from unnest(:numbers::bigint[], :kinds::text[], :items::text[], :quantities::text[], :units::text[], :amounts::bigint[])
  as x (line_no, kind, item, quantity, unit, amount)
where x.kind = 'tax'

-- Those among the documents that are drafts, and whether something was taken back of them.
-- name: drafts_among
select i.organization_id, i.invoice_id, coalesce(i.number, ''), i.kind, i.status, i.subscription_id, i.period_index,
       i.currency, i.net, i.tax, i.total, i.paid, i.balance_applied, i.credited, i.written_off, i.reverse_charge,
       i.customer, i.issued_on, i.due_on, i.due_at, i.created_at, i.finalized_at, i.paid_at,
       exists (
         select from invoice_line as c
         left join invoice as o on o.organization_id = c.organization_id and o.invoice_id = c.invoice_id
         where c.organization_id = i.organization_id and c.credits_invoice_id = i.invoice_id
           and o.status is distinct from 'void')
from (select distinct k.organization_id, k.invoice_id
      from unnest(:organizations::uuid[], :documents::uuid[]) as k (organization_id, invoice_id)) as x
join invoice as i on i.organization_id = x.organization_id and i.invoice_id = x.invoice_id
where i.status = 'draft'

-- Their lines, and by which they take something back.
-- name: drafts_lines
select l.line_no, l.kind, l.item, l.metric, l.quantity, l.unit, l.amount, l.discount_share, l.tax_share, l.from_day,
       l.to_day, l.part_from, l.detail, l.organization_id, l.invoice_id,
       l.credits_invoice_id is not null or l.kind = 'proration_credit'
from unnest(:organizations::uuid[], :documents::uuid[]) as x (organization_id, invoice_id)
join invoice_line as l on l.organization_id = x.organization_id and l.invoice_id = x.invoice_id
order by l.organization_id, l.invoice_id, l.line_no

-- name: draft_lower
update invoice set net = :net, tax = :tax, total = :total
where organization_id = :organization and invoice_id = :invoice and status = 'draft' and net = :net_before
  and total = :total_before

-- With the days that it billed: what comes to nothing may be of days that have passed.
-- name: draft_drop_lines
with days as (
  delete from billed_period
  where organization_id = :organization and invoice_id = :invoice and line_no = any(:numbers::bigint[]))
delete from invoice_line
where organization_id = :organization and invoice_id = :invoice and line_no = any(:numbers::bigint[])

-- Its lines as they are by now.
-- name: draft_store_lines
update invoice_line as l set kind = x.kind, quantity = x.quantity, amount = x.amount, discount_share = x.discount,
  tax_share = x.tax, to_day = case when l.to_day is not null then x.to_day end, detail = nullif(x.detail, '')::json
from unnest(:numbers::bigint[], :kinds::text[], :quantities::text[], :amounts::bigint[], :discounts::bigint[],
            :taxes::bigint[], :tos::date[], :details::text[])
  as x (line_no, kind, quantity, amount, discount, tax, to_day, detail)
where l.organization_id = :organization and l.invoice_id = :invoice and l.line_no = x.line_no
  and (l.quantity, l.amount, l.discount_share, l.tax_share) is distinct from (x.quantity, x.amount, x.discount, x.tax)
