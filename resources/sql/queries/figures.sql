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
select status, currency, count(*), sum(total)::bigint, sum(amount_due)::bigint from invoice
group by status, currency order by status, currency

-- name: figures_ledger
select account, currency, sum(amount)::bigint from ledger_entry where business_day < :day
group by account, currency order by account, currency
