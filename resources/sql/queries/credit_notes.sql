-- SPDX-License-Identifier: GPL-3.0-or-later
-- Credit notes one by one, and in pages over all organizations as invoices are (see invoice_lists.sql).

-- name: credit_note_by_id
select * from credit_note_stored where organization_id = :organization and credit_note_id = :note

-- name: credit_note_known
select true from credit_note where organization_id = :organization and credit_note_id = :note

-- name: credit_note_key_by_number
select organization_id, credit_note_id from credit_note where number = :number order by organization_id limit 1

-- name: credit_notes_of_organization
select * from credit_note_stored where organization_id = :organization order by credit_note_id

-- What took something back of that invoice.
-- name: credit_notes_of_invoice
select * from credit_note_stored
where organization_id = :organization and credit_note_id in (
  select invoice_id from invoice_line where organization_id = :organization and credits_invoice_id = :invoice)
order by credit_note_id

-- The lines of a note: how one came about is told by the line it takes back, and what it adds itself.
-- name: credit_note_lines
select l.line_no, l.kind, l.item, l.metric, l.quantity, l.unit, l.amount, l.discount_share, l.tax_share, l.from_day,
       l.to_day, l.part_from,
       case when o.detail is null then l.detail else (o.detail::jsonb || coalesce(l.detail, '{}')::jsonb)::json end
from invoice_line as l
left join invoice_line as o
  on o.organization_id = l.organization_id and o.invoice_id = l.credits_invoice_id and o.line_no = l.credits_line_no
where l.organization_id = :organization and l.invoice_id = :note
order by l.line_no

-- name: credit_note_lowers
select i.number, a.amount from credit_note_allocation as a
join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id
where a.organization_id = :organization and a.credit_note_id = :note and i.number is not null
order by i.number

-- name: credit_note_pdf_get
select content from credit_note_pdf where organization_id = :organization and credit_note_id = :note

-- name: credit_note_pdf_put
insert into credit_note_pdf (organization_id, credit_note_id, content, sha256, created_at)
values (:organization, :note, :content, sha256(:content), :now)
on conflict (organization_id, credit_note_id) do nothing

-- name: credit_notes_by_issued_descending
select page.*, o.name from (
  (select * from credit_note_listed
   where issued_on = :value and (organization_id, invoice_id) > (:organization, :id)
   order by organization_id, invoice_id limit 201)
  union all
  (select * from credit_note_listed
   where issued_on < :value
   order by issued_on desc, organization_id, invoice_id limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on desc, page.organization_id, page.invoice_id limit :count

-- name: credit_notes_by_issued_ascending
select page.*, o.name from (
  (select * from credit_note_listed
   where issued_on = :value and (organization_id, invoice_id) < (:organization, :id)
   order by organization_id desc, invoice_id desc limit 201)
  union all
  (select * from credit_note_listed
   where issued_on > :value
   order by issued_on, organization_id desc, invoice_id desc limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on, page.organization_id desc, page.invoice_id desc limit :count

-- name: credit_notes_by_number
select page.*, o.name from (
  (select * from credit_note_listed
   where number = :value and organization_id > :organization
   order by organization_id limit 201)
  union all
  (select * from credit_note_listed
   where number ~>~ :value and number ~>=~ :from and number ~<~ :to
   order by number using ~<~, organization_id limit 201)) as page
join organization as o using (organization_id)
order by page.number using ~<~, page.organization_id limit :count

-- name: credit_notes_by_organization
select page.organization_id, page.invoice_id, page.number, page.kind, page.status, page.currency, page.total,
       page.amount_due, page.issued_on, page.due_on, page.due_at, o.name, '' from (
  select *, :sign * (issued_on - date '2000-01-01') as place from credit_note_listed
  where organization_id = :organization) as page
join organization as o using (organization_id)
where (page.place, page.invoice_id) > (:sign * (:value::date - date '2000-01-01'), :id)
order by page.place, page.invoice_id limit :count

-- name: credit_notes_counted_of_organization
select count(*) from (select from credit_note where organization_id = :organization limit :most) as counted

-- name: credit_notes_counted
select count(*) from (select from credit_note limit :most) as counted

-- name: credit_notes_counted_of_number
select count(*) from (select from credit_note where number ~>=~ :from and number ~<~ :to limit :most) as counted

-- As invoices are found (see billing.sql).
-- name: credit_notes_by_number_found
with found as (
  (select organization_id, credit_note_id, number from credit_note where number = any(:numbers::text[]) limit 30)
  union
  (select organization_id, credit_note_id, number from credit_note
   where number ~>=~ :typed and number ~<~ :typed_end order by number using ~>~, organization_id limit 10)
  union
  (select organization_id, credit_note_id, number from credit_note
   where number ~>=~ :upper and number ~<~ :upper_end order by number using ~>~, organization_id limit 10))
select found.organization_id, organization.name, found.number, 'paid', credit_note.total, credit_note.currency
from found
join credit_note using (organization_id, credit_note_id)
join organization using (organization_id)
order by found.number using ~>~
