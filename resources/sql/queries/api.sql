-- SPDX-License-Identifier: GPL-3.0-or-later
-- What customers' pages show of their own organization.

-- name: api_customer
select o.name, o.language, o.address_country, coalesce(m.label, ''), m.expires_on
from organization as o
left join payment_method as m on m.organization_id = o.organization_id and m.removed_at is null
where o.organization_id = :organization

-- name: api_method_setup
select state from method_setup where organization_id = :organization
order by created_at desc, setup_id desc limit 1

-- name: api_last_try
select a.attempt_no, a.status, a.decline_code, m.removed_at is null
from payment_attempt as a
join payment_method as m
  on m.organization_id = a.organization_id and m.payment_method_id = a.payment_method_id
where a.organization_id = :organization and a.invoice_id = :invoice
order by a.attempt_no desc limit 1

-- name: api_credit_notes
select credit_note_id, number, currency, total, issued_on from credit_note
where organization_id = :organization order by credit_note_id desc limit :count

-- name: api_credit_note
select n.number, p.content
from credit_note as n
left join credit_note_pdf as p on p.organization_id = n.organization_id and p.credit_note_id = n.credit_note_id
where n.organization_id = :organization and n.credit_note_id = :note

-- name: api_invoices
select i.invoice_id, i.number, i.kind, i.status, i.currency, i.total,
       case i.status when 'void' then 0 else i.amount_due end, i.issued_on, i.due_on,
       i.status = 'open' and coalesce(i.due_at <= :now, false),
       exists (select from payment_attempt as a
               where a.organization_id = i.organization_id and a.invoice_id = i.invoice_id
                 and a.status in ('pending', 'unknown'))
from invoice as i
where i.organization_id = :organization and i.number is not null
  and (:after::uuid is null or i.invoice_id < :after)
order by i.invoice_id desc limit :count
