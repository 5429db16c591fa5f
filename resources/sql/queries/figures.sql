-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book in a few figures.

-- name: figures_organizations
select status, count(*) from organization group by status order by status

-- name: figures_subscriptions
select status, count(*) from subscription group by status order by status

-- name: figures_subscriptions_running
select count(*) from (
  select organization_id, subscription_id from mrr_movement where business_day < :day
  group by organization_id, subscription_id having sum(delta_twelfths) > 0) as running

-- name: figures_invoices
select status, currency, count(*), sum(total)::bigint,
       sum(case status when 'void' then 0 else amount_due end)::bigint
from invoice
group by status, currency order by status, currency

-- name: figures_ledger
select account, currency, sum(amount)::bigint from ledger_entry where business_day < :day
group by account, currency order by account, currency

-- name: figures_invoice_list
select i.organization_id, o.name, i.invoice_id, coalesce(i.number, ''), i.status, i.currency, i.total,
       case i.status when 'void' then 0 else i.amount_due end, i.issued_on, i.due_on
from invoice as i
join organization as o on o.organization_id = i.organization_id
where (:status::text = '' or i.status = :status::text)
  and (:organization::uuid is null or i.organization_id = :organization::uuid)
order by i.issued_on desc nulls first, i.number desc, i.organization_id, i.invoice_id
limit :limit
