-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows behind the figures of the console's home, page by page. The cursor (:value, :organization, :id) is the last
-- row before the page.

-- name: rows_received
select page.organization_id, o.name, page.payment_id, coalesce(paid.number, ''), page.source, page.received_at,
       null::date, page.amount, page.currency
from (
  select p.organization_id, p.payment_id, p.source, p.amount - coalesce(c.amount - c.refunded, 0) as amount, p.currency,
         p.received_at
  from payment as p
  left join charged_back as c on c.organization_id = p.organization_id and c.payment_id = p.payment_id
  where p.received_at >= :since and p.received_at <= :now
    and (p.received_at, p.organization_id, p.payment_id) < (:value, :organization, :id)
    and not exists (select from payment_reversal as v
                    where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
    and p.amount > coalesce(c.amount - c.refunded, 0)
  order by p.received_at desc, p.organization_id desc, p.payment_id desc limit 201) as page
join organization as o on o.organization_id = page.organization_id
left join lateral (
  select i.number from payment_allocation as a
  join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id
  where a.organization_id = page.organization_id and a.payment_id = page.payment_id
  order by a.invoice_id limit 1) as paid on true
order by page.received_at desc, page.organization_id desc, page.payment_id desc limit :count

-- name: rows_received_counted
select count(*) from (
  select from payment as p
  left join charged_back as c on c.organization_id = p.organization_id and c.payment_id = p.payment_id
  where p.received_at >= :since and p.received_at <= :now
    and not exists (select from payment_reversal as v
                    where v.organization_id = p.organization_id and v.payment_id = p.payment_id)
    and p.amount > coalesce(c.amount - c.refunded, 0)
  limit :most) as counted

-- One for each invoice, by its latest attempt.
-- name: rows_failed
with latest as materialized (
  select distinct on (organization_id, invoice_id) organization_id, invoice_id, decline_code, finished_at
  from (
    select organization_id, invoice_id, decline_code, finished_at from payment_attempt
    where status = 'failed' and finished_at >= :since
    order by finished_at desc, organization_id desc limit :most) as attempt
  order by organization_id, invoice_id, finished_at desc)
select l.organization_id, o.name, l.invoice_id, i.number, l.decline_code, l.finished_at, null::date, i.amount_due,
       i.currency
from latest as l
join invoice as i on i.organization_id = l.organization_id and i.invoice_id = l.invoice_id
join organization as o on o.organization_id = l.organization_id
where i.status = 'open' and (l.finished_at, l.organization_id, l.invoice_id) < (:value, :organization, :id)
order by l.finished_at desc, l.organization_id desc, l.invoice_id desc limit :count

-- name: rows_failed_counted
select count(*) from (
  select distinct organization_id, invoice_id from (
    select organization_id, invoice_id from payment_attempt
    where status = 'failed' and finished_at >= :since
    order by finished_at desc, organization_id desc limit :most) as attempt) as latest
join invoice as i on i.organization_id = latest.organization_id and i.invoice_id = latest.invoice_id
where i.status = 'open'

-- Contracts by the year, or that are not renewed by themselves, whose period ends then; the soonest first.
-- name: rows_renewing
select page.organization_id, o.name, page.subscription_id, page.plan_id,
       case when page.renews then 'renews' else 'ends' end, page.period_to_at, page.period_to, page.mrr_twelfths,
       page.currency
from (
  select organization_id, subscription_id, plan_id, period_to, period_to_at, mrr_twelfths, currency,
         auto_renew and scheduled_action <> 'cancel' as renews
  from subscription
  where ended_at is null and (billing_interval = 'year' or not auto_renew or scheduled_action = 'cancel')
    and period_to_at > :now and period_to_at <= :until
    and (period_to_at, organization_id, subscription_id) > (:value, :organization, :id)
  order by period_to_at, organization_id, subscription_id limit 201) as page
join organization as o on o.organization_id = page.organization_id
order by page.period_to_at, page.organization_id, page.subscription_id limit :count

-- name: rows_renewing_counted
select count(*) from (
  select from subscription
  where ended_at is null and (billing_interval = 'year' or not auto_renew or scheduled_action = 'cancel')
    and period_to_at > :now and period_to_at <= :until
  limit :most) as counted

-- The movements of MRR of those days; without a kind all.
-- name: rows_movements
select page.organization_id, o.name, page.movement_id, '', page.kind, page.occurred_at, page.business_day,
       page.delta_twelfths, page.currency
from (
  select organization_id, movement_id, kind, occurred_at, business_day, delta_twelfths, currency from mrr_movement
  where business_day >= :from and business_day < :day and currency = :currency and (:kind = '' or kind = :kind)
    and (business_day, organization_id, movement_id) < (:value, :organization, :id)
  order by business_day desc, organization_id desc, movement_id desc limit 201) as page
join organization as o on o.organization_id = page.organization_id
order by page.business_day desc, page.organization_id desc, page.movement_id desc limit :count

-- name: rows_movements_counted
select count(*) from (
  select from mrr_movement
  where business_day >= :from and business_day < :day and currency = :currency and (:kind = '' or kind = :kind)
  limit :most) as counted

-- Those with most MRR first; why they need attention in one text.
-- name: rows_attention
with concern as materialized (
  select organization_id, string_agg(distinct reason, ' ' order by reason) as reasons
  from needing_attention(:failed_since, :stuck_before, :most) group by organization_id)
select c.organization_id, o.name, c.organization_id, '', c.reasons, o.created_at, null::date, o.mrr_twelfths, o.currency
from concern as c
join organization as o on o.organization_id = c.organization_id
where o.mrr_twelfths < :value or (o.mrr_twelfths = :value and c.organization_id > :organization)
order by o.mrr_twelfths desc, c.organization_id limit :count

-- name: rows_attention_counted
select count(*) from (
  select distinct organization_id from needing_attention(:failed_since, :stuck_before, :most) limit :most) as counted
