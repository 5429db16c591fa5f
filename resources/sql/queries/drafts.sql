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

-- name: draft_retax_lines
update invoice_line as l set amount = x.amount, discount_share = x.discount, tax_share = x.tax,
  detail = nullif(x.detail, '')::json
from unnest(:numbers::bigint[], :amounts::bigint[], :discounts::bigint[], :taxes::bigint[], :details::text[])
  as x (line_no, amount, discount, tax, detail)
where l.organization_id = :organization and l.invoice_id = :invoice and l.line_no = x.line_no
  and (l.amount, l.discount_share, l.tax_share) is distinct from (x.amount, x.discount, x.tax)

-- name: draft_tax_lines
insert into invoice_line (organization_id, invoice_id, line_no, kind, item, quantity, unit, amount)
select :organization, :invoice, x.line_no, x.kind, x.item, x.quantity, x.unit, x.amount
from unnest(:numbers::bigint[], :kinds::text[], :items::text[], :quantities::text[], :units::text[], :amounts::bigint[])
  as x (line_no, kind, item, quantity, unit, amount)
where x.kind = 'tax'

-- name: drafts_among
select invoice_id from invoice
where organization_id = :organization and invoice_id = any(:documents) and status = 'draft' order by invoice_id

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

-- name: draft_lower_lines
update invoice_line as l set kind = x.kind, quantity = x.quantity, amount = x.amount, discount_share = x.discount,
  tax_share = x.tax, to_day = case when l.to_day is not null then x.to_day end, detail = nullif(x.detail, '')::json
from unnest(:numbers::bigint[], :kinds::text[], :quantities::text[], :amounts::bigint[], :discounts::bigint[],
            :taxes::bigint[], :tos::date[], :details::text[])
  as x (line_no, kind, quantity, amount, discount, tax, to_day, detail)
where l.organization_id = :organization and l.invoice_id = :invoice and l.line_no = x.line_no
  and (l.amount, l.discount_share, l.tax_share) is distinct from (x.amount, x.discount, x.tax)
