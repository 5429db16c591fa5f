-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of issued invoices over all organizations: one statement for each order and filter, so that each reads exactly
-- its page from the index made for it (see organization_lists.sql). The cursor (:value, :organization, :id) is the last
-- row before the page.

-- name: invoices_by_issued_descending
select page.*, o.name from (
  (select * from invoice_listed
   where issued_on = :value and (organization_id, invoice_id) > (:organization, :id)
   order by organization_id, invoice_id limit 201)
  union all
  (select * from invoice_listed
   where issued_on < :value
   order by issued_on desc, organization_id, invoice_id limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on desc, page.organization_id, page.invoice_id limit :count

-- name: invoices_by_issued_ascending
select page.*, o.name from (
  (select * from invoice_listed
   where issued_on = :value and (organization_id, invoice_id) < (:organization, :id)
   order by organization_id desc, invoice_id desc limit 201)
  union all
  (select * from invoice_listed
   where issued_on > :value
   order by issued_on, organization_id desc, invoice_id desc limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on, page.organization_id desc, page.invoice_id desc limit :count

-- name: invoices_by_issued_descending_of_status
select page.*, o.name from (
  (select * from invoice_listed
   where status = :status and issued_on = :value and (organization_id, invoice_id) > (:organization, :id)
   order by organization_id, invoice_id limit 201)
  union all
  (select * from invoice_listed
   where status = :status and issued_on < :value
   order by issued_on desc, organization_id, invoice_id limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on desc, page.organization_id, page.invoice_id limit :count

-- name: invoices_by_issued_ascending_of_status
select page.*, o.name from (
  (select * from invoice_listed
   where status = :status and issued_on = :value and (organization_id, invoice_id) < (:organization, :id)
   order by organization_id desc, invoice_id desc limit 201)
  union all
  (select * from invoice_listed
   where status = :status and issued_on > :value
   order by issued_on, organization_id desc, invoice_id desc limit 201)) as page
join organization as o using (organization_id)
order by page.issued_on, page.organization_id desc, page.invoice_id desc limit :count

-- What waits for money, due before that moment.
-- name: invoices_by_due_ascending
select page.*, o.name from (
  select * from invoice_listed
  where status = 'open' and due_at >= :since and due_at < :before
    and (due_at, organization_id, invoice_id) > (:value, :organization, :id)
  order by due_at, organization_id, invoice_id limit 201) as page
join organization as o using (organization_id)
order by page.due_at, page.organization_id, page.invoice_id limit :count

-- name: invoices_by_due_descending
select page.*, o.name from (
  select * from invoice_listed
  where status = 'open' and due_at >= :since and due_at < :before
    and (due_at, organization_id, invoice_id) < (:value, :organization, :id)
  order by due_at desc, organization_id desc, invoice_id desc limit 201) as page
join organization as o using (organization_id)
order by page.due_at desc, page.organization_id desc, page.invoice_id desc limit :count

-- Whose number begins so: from the text itself to the first that does not begin with it, octet by octet.
-- name: invoices_by_number
select page.*, o.name from (
  (select * from invoice_listed
   where number = :value and organization_id > :organization
   order by organization_id limit 201)
  union all
  (select * from invoice_listed
   where number ~>~ :value and number ~>=~ :from and number ~<~ :to
   order by number using ~<~, organization_id limit 201)) as page
join organization as o using (organization_id)
order by page.number using ~<~, page.organization_id limit :count

-- Those of one organization are few: they are read and put into order at once, a draft by the day it was made. `:sign`
-- is 1 from the oldest on, -1 from the newest.
-- name: invoices_by_organization
select page.organization_id, page.invoice_id, page.number, page.kind, page.status, page.currency, page.total,
       page.amount_due, page.issued_on, page.due_on, page.at, o.name,
       coalesce((select h.reason from invoice_hold as h
                 where page.status = 'draft' and h.organization_id = page.organization_id and h.released_at is null
                   and (h.invoice_id = page.invoice_id or h.invoice_id is null)
                 order by h.invoice_id limit 1), '') from (
  select organization_id, invoice_id, coalesce(number, '') as number, kind, status, currency, total, amount_due,
         issued_on, due_on, coalesce(due_at, created_at) as at,
         :sign * (coalesce(issued_on, (created_at at time zone 'UTC')::date) - date '2000-01-01') as place
  from invoice
  where organization_id = :organization and status = any(:statuses)
    and (due_at is null or (due_at >= :since and due_at < :before))) as page
join organization as o using (organization_id)
where (page.place, page.invoice_id) > (:sign * (:value::date - date '2000-01-01'), :id)
order by page.place, page.invoice_id limit :count

-- Whose charge or refund has no answer yet, of all organizations or of one: they are few, and put into order at once.
-- name: invoices_unanswered
select page.organization_id, page.invoice_id, page.number, page.kind, page.status, page.currency, page.total,
       page.amount_due, page.issued_on, page.due_on, page.due_at, o.name from (
  select l.*, :sign * (l.issued_on - date '2000-01-01') as place
  from (select distinct organization_id, invoice_id from unanswered
        where :whose::uuid is null or organization_id = :whose::uuid) as u
  join invoice_listed as l on l.organization_id = u.organization_id and l.invoice_id = u.invoice_id) as page
join organization as o using (organization_id)
where (page.place, page.organization_id, page.invoice_id)
      > (:sign * (:value::date - date '2000-01-01'), :organization, :id)
order by page.place, page.organization_id, page.invoice_id limit :count

-- name: invoices_counted_unanswered
select count(*) from (
  select distinct organization_id, invoice_id from unanswered
  where :whose::uuid is null or organization_id = :whose::uuid limit :most) as counted

-- name: invoices_counted_of_organization
select count(*) from (
  select from invoice
  where organization_id = :organization and status = any(:statuses)
    and (due_at is null or (due_at >= :since and due_at < :before)) limit :most) as counted

-- name: invoices_counted
select count(*) from (select from invoice where number is not null limit :most) as counted

-- name: invoices_counted_of_status
select count(*) from (select from invoice where number is not null and status = :status limit :most) as counted

-- name: invoices_counted_due
select count(*) from (
  select from invoice where status = 'open' and due_at >= :since and due_at < :before limit :most) as counted

-- name: invoices_counted_of_number
select count(*) from (
  select from invoice where number is not null and number ~>=~ :from and number ~<~ :to limit :most) as counted

-- What is overdue comes to, of the oldest so many.
-- name: invoices_overdue_totals
select currency, count(*), sum(amount_due)::bigint from (
  select currency, amount_due from invoice
  where status = 'open' and due_at < :before
  order by due_at, organization_id, invoice_id limit :most) as overdue
group by currency order by currency

-- Drafts have neither number nor days: they are in the order in which they were made.
-- name: invoices_drafts_ascending
select page.*, o.name,
       coalesce((select h.reason from invoice_hold as h
                 where h.organization_id = page.organization_id and h.released_at is null
                   and (h.invoice_id = page.invoice_id or h.invoice_id is null)
                 order by h.invoice_id limit 1), '') from (
  select organization_id, invoice_id, '' as number, kind, status, currency, total, amount_due, issued_on, due_on, created_at
  from invoice
  where status = 'draft' and (created_at, organization_id, invoice_id) > (:value, :organization, :id)
  order by created_at, organization_id, invoice_id limit 201) as page
join organization as o using (organization_id)
order by page.created_at, page.organization_id, page.invoice_id limit :count

-- name: invoices_drafts_descending
select page.*, o.name,
       coalesce((select h.reason from invoice_hold as h
                 where h.organization_id = page.organization_id and h.released_at is null
                   and (h.invoice_id = page.invoice_id or h.invoice_id is null)
                 order by h.invoice_id limit 1), '') from (
  select organization_id, invoice_id, '' as number, kind, status, currency, total, amount_due, issued_on, due_on, created_at
  from invoice
  where status = 'draft' and (created_at, organization_id, invoice_id) < (:value, :organization, :id)
  order by created_at desc, organization_id desc, invoice_id desc limit 201) as page
join organization as o using (organization_id)
order by page.created_at desc, page.organization_id desc, page.invoice_id desc limit :count

-- name: invoices_counted_drafts
select count(*) from (select from invoice where status = 'draft' limit :most) as counted

-- name: invoices_to_finalize
with chosen as materialized (
  select k.place, i.organization_id, i.invoice_id, i.status, i.total, i.tax, i.reverse_charge, i.currency
  from unnest(:organizations::uuid[], :invoices::uuid[]) with ordinality as k (organization_id, invoice_id, place)
  join invoice as i on i.organization_id = k.organization_id and i.invoice_id = k.invoice_id
), rule as materialized (
  select currency, approval_above(currency) as above from (select distinct currency from chosen) as each
)
select c.organization_id, c.invoice_id, c.status, o.name, c.total, c.currency, coalesce(own.reason, ''),
       coalesce(whole.reason, ''), coalesce(c.total > rule.above, false),
       coalesce(c.total > rule.above and approved_by_another(c.organization_id, c.invoice_id, c.total), false),
       exists (select from invoice_approval as a
               where a.organization_id = c.organization_id and a.invoice_id = c.invoice_id
                 and a.approved_by = session_user and a.withdrawn_at is null and a.total = c.total),
       c.tax, c.reverse_charge
from chosen as c
join rule on rule.currency = c.currency
join organization as o on o.organization_id = c.organization_id
left join invoice_hold as own
  on own.organization_id = c.organization_id and own.invoice_id = c.invoice_id and own.released_at is null
left join invoice_hold as whole
  on whole.organization_id = c.organization_id and whole.invoice_id is null and whole.released_at is null
order by c.place
