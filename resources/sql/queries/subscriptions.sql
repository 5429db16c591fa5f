-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: subscription_live
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, revision, anchor_index, expiry_told_for,
       own_limits, rest_index, items
from subscription where organization_id = any(:organizations) and ended_at is null
order by organization_id, subscription_id

-- name: subscription_latest
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, revision, anchor_index, expiry_told_for,
       own_limits, rest_index, items
from subscription where organization_id = :organization
order by ended_at is null desc, subscription_id desc limit 1

-- name: subscription_by_id
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, revision, anchor_index, expiry_told_for,
       own_limits, rest_index, items
from subscription where organization_id = :organization and subscription_id = :subscription

-- name: subscription_due
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, revision, anchor_index, expiry_told_for,
       own_limits, rest_index, items
from subscription
where due_at <= :as_of and organization_id > :after and organization_id <= :last
order by organization_id, subscription_id limit :count

-- name: subscription_due_organizations
select organization_id from subscription
where due_at <= :as_of and organization_id > :after and organization_id <= :last
order by organization_id, subscription_id limit :count

-- name: subscription_due_among
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, revision, anchor_index, expiry_told_for,
       own_limits, rest_index, items
from subscription
where due_at <= :as_of and organization_id = any(:organizations)
order by organization_id, subscription_id

-- name: subscription_due_next
select min(due_at) from subscription where due_at > :after

-- name: subscription_due_count
select count(*) from (select from subscription where due_at <= :as_of limit :most) as due

-- name: subscription_due_boundaries
select organization_id from (
  select organization_id, row_number() over (order by organization_id) as position
  from subscription where due_at <= :as_of) as due
where position % :chunk = 0 order by organization_id

-- name: subscription_redemptions
select organization_id, subscription_id, definition, from_index, to_index
from coupon_redemption
where organization_id = any(:organizations)
order by organization_id, subscription_id, position

-- name: subscription_redemption_add
insert into coupon_redemption (organization_id, subscription_id, position, coupon_id, definition, redeemed_at,
                               from_index, to_index)
values (:organization, :subscription, :position, :coupon, :definition, :now, :from_index, :to_index)

-- name: subscription_redemption_end
update coupon_redemption set to_index = :to_index
where organization_id = :organization and subscription_id = :subscription and position = :position

-- name: coupon_redeemed
select redeemed from coupon_counter where coupon_id = :coupon

-- name: coupon_count
insert into coupon_counter (coupon_id, redeemed) values (:coupon, 1)
on conflict (coupon_id) do update set redeemed = coupon_counter.redeemed + 1
where coupon_counter.redeemed < :most

-- name: subscription_add
insert into subscription (organization_id, subscription_id, plan_id, plan_version_id, status, status_reason,
                          billing_interval, currency, seats, price_override, anchor_day, anchor_time_us, period_index,
                          period_from, period_to, period_from_at, period_to_at, trial_end, trial_end_at,
                          trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index, invoice_at, due_at,
                          mrr_twelfths, started_at, ended_at, anchor_index, expiry_told_for, own_limits, rest_index, items,
                          revision)
select organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval, currency,
       seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to, period_from_at,
       period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action, scheduled, invoice_index,
       invoice_at, due_at, mrr_twelfths, started_at, ended_at, anchor_index, expiry_told_for, own_limits, rest_index, items,
       revision_before + 1
from unnest(:organizations::uuid[], :subscriptions::uuid[], :plans::text[], :plan_versions::uuid[],
            :statuses::text[], :reasons::text[], :intervals::text[], :currencies::text[], :seats::bigint[],
            :overrides::bigint[], :anchors::date[], :anchor_times::bigint[], :indexes::bigint[], :froms::date[],
            :tos::date[], :froms_at::timestamptz[], :tos_at::timestamptz[], :trial_ends::date[],
            :trial_ends_at::timestamptz[], :reminded::boolean[], :renews::boolean[], :actions::text[],
            :schedules::jsonb[], :invoice_indexes::bigint[], :invoices_at::timestamptz[], :dues::timestamptz[],
            :mrrs::bigint[], :starts::timestamptz[], :ends::timestamptz[], :anchor_indexes::bigint[],
            :told::bigint[], :limits::jsonb[], :rests::bigint[], :items::jsonb[], :revisions::bigint[])
  as row (organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval,
          currency, seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to,
          period_from_at, period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action,
          scheduled, invoice_index, invoice_at, due_at, mrr_twelfths, started_at, ended_at, anchor_index,
          expiry_told_for, own_limits, rest_index, items, revision_before)

-- Its start never changes.
-- name: subscription_write
update subscription set
  plan_id = row.plan_id, plan_version_id = row.plan_version_id, status = row.status,
  status_reason = row.status_reason, billing_interval = row.billing_interval, currency = row.currency,
  seats = row.seats,
  price_override = row.price_override, anchor_day = row.anchor_day, anchor_time_us = row.anchor_time_us,
  period_index = row.period_index, period_from = row.period_from, period_to = row.period_to,
  period_from_at = row.period_from_at, period_to_at = row.period_to_at, trial_end = row.trial_end,
  trial_end_at = row.trial_end_at, trial_reminded = row.trial_reminded, auto_renew = row.auto_renew,
  scheduled_action = row.scheduled_action, scheduled = row.scheduled, invoice_index = row.invoice_index,
  invoice_at = row.invoice_at, due_at = row.due_at, mrr_twelfths = row.mrr_twelfths, ended_at = row.ended_at,
  anchor_index = row.anchor_index, expiry_told_for = row.expiry_told_for, own_limits = row.own_limits,
  rest_index = row.rest_index, items = row.items, revision = row.revision_before + 1
from unnest(:organizations::uuid[], :subscriptions::uuid[], :plans::text[], :plan_versions::uuid[],
            :statuses::text[], :reasons::text[], :intervals::text[], :currencies::text[], :seats::bigint[],
            :overrides::bigint[], :anchors::date[], :anchor_times::bigint[], :indexes::bigint[], :froms::date[],
            :tos::date[], :froms_at::timestamptz[], :tos_at::timestamptz[], :trial_ends::date[],
            :trial_ends_at::timestamptz[], :reminded::boolean[], :renews::boolean[], :actions::text[],
            :schedules::jsonb[], :invoice_indexes::bigint[], :invoices_at::timestamptz[], :dues::timestamptz[],
            :mrrs::bigint[], :starts::timestamptz[], :ends::timestamptz[], :anchor_indexes::bigint[],
            :told::bigint[], :limits::jsonb[], :rests::bigint[], :items::jsonb[], :revisions::bigint[])
  as row (organization_id, subscription_id, plan_id, plan_version_id, status, status_reason, billing_interval,
          currency, seats, price_override, anchor_day, anchor_time_us, period_index, period_from, period_to,
          period_from_at, period_to_at, trial_end, trial_end_at, trial_reminded, auto_renew, scheduled_action,
          scheduled, invoice_index, invoice_at, due_at, mrr_twelfths, started_at, ended_at, anchor_index,
          expiry_told_for, own_limits, rest_index, items, revision_before)
where subscription.organization_id = row.organization_id and subscription.subscription_id = row.subscription_id
  and subscription.revision = row.revision_before

-- What a renewal changes, for nearly all that a billing run writes is renewals.
-- name: subscription_move_on
update subscription set
  period_index = row.period_index, period_from = row.period_from, period_to = row.period_to,
  period_from_at = row.period_from_at, period_to_at = row.period_to_at, invoice_index = row.invoice_index,
  invoice_at = row.invoice_at, due_at = row.due_at, mrr_twelfths = row.mrr_twelfths,
  revision = row.revision_before + 1
from unnest(:organizations::uuid[], :subscriptions::uuid[], :indexes::bigint[], :froms::date[], :tos::date[],
            :froms_at::timestamptz[], :tos_at::timestamptz[], :invoice_indexes::bigint[],
            :invoices_at::timestamptz[], :dues::timestamptz[], :mrrs::bigint[], :revisions::bigint[])
  as row (organization_id, subscription_id, period_index, period_from, period_to, period_from_at, period_to_at,
          invoice_index, invoice_at, due_at, mrr_twelfths, revision_before)
where subscription.organization_id = row.organization_id and subscription.subscription_id = row.subscription_id
  and subscription.revision = row.revision_before

-- Ended or paused ones that something came late to: one more invoice waits. The revision is raised whether one waits or not, for a
-- run may have read what was used before.
-- name: subscription_bill_late
with found as (
  select s.organization_id, s.subscription_id, s.ended_at is not null or s.status = 'paused' as is_invoiced
  from unnest(:organizations::uuid[], :parts::timestamptz[]) as x (organization_id, part_from)
  join usage_part as p on p.organization_id = x.organization_id and p.part_from = x.part_from and p.billable
  join subscription as s on s.organization_id = p.organization_id and s.subscription_id = p.subscription_id
  where s.ended_at is not null or s.status in ('paused', 'suspended')
    or exists (
      select from invoice as i
      join invoice_line as l on l.organization_id = i.organization_id and l.invoice_id = i.invoice_id
      where i.organization_id = s.organization_id and i.subscription_id = s.subscription_id and i.status = 'draft'
        and l.kind = 'usage' and l.part_from >= x.part_from)
  order by s.organization_id, s.subscription_id
  for no key update of s)
update subscription as s set
  invoice_index = case when found.is_invoiced
    then coalesce(s.invoice_index, s.period_index + case when s.ended_at is null then 1 else 2 end) else s.invoice_index end,
  invoice_at = case when found.is_invoiced then coalesce(s.invoice_at, :at) else s.invoice_at end,
  due_at = least(s.due_at, case when found.is_invoiced then coalesce(s.invoice_at, :at) else :at end),
  revision = s.revision + 1
from found
where s.organization_id = found.organization_id and s.subscription_id = found.subscription_id
returning s.organization_id

-- name: subscription_latest_day
select greatest(
  (select max(lower(span)) from subscription_span
   where organization_id = :organization and subscription_id = :subscription),
  (select from_day from usage_part
   where organization_id = :organization and subscription_id = :subscription order by part_from desc limit 1))

-- name: subscription_span_end
update subscription_span set span = daterange(lower(span), :on)
where organization_id = :organization and subscription_id = :subscription
  and upper_inf(span) and lower(span) < :on

-- name: subscription_span_drop
delete from subscription_span
where organization_id = :organization and subscription_id = :subscription and upper_inf(span) and lower(span) >= :on

-- name: subscription_span_open
insert into subscription_span (organization_id, subscription_id, span, kind)
select organization_id, subscription_id, daterange(from_day, null), kind
from unnest(:organizations::uuid[], :subscriptions::uuid[], :froms::date[], :kinds::text[])
  as row (organization_id, subscription_id, from_day, kind)

-- name: usage_part_cut
update usage_part set part_to = greatest(:at, part_from + interval '1 microsecond'),
  to_day = greatest(:on, from_day + 1)
where organization_id = :organization and subscription_id = :subscription and part_from <= :at and part_to > :at

-- name: usage_part_replace
update usage_part set part_to = :to, plan_version_id = :plan_version, period_from = :period_from,
  from_day = :from_day, to_day = :to_day, own_limits = :limits::jsonb
where organization_id = :organization and subscription_id = :subscription and part_from = :from

-- What was used until their subscriptions got another currency stays in the one before.
-- name: usage_parts_keep_currency
update usage_part as p set currency = had.currency
from unnest(:organizations::uuid[], :subscriptions::uuid[], :currencies::text[])
  as had (organization_id, subscription_id, currency)
where p.organization_id = had.organization_id and p.subscription_id = had.subscription_id and p.currency is null

-- The parts that run at these moments, as a whole: what was billed stays as it was.
-- name: usage_parts_running
select p.organization_id, p.subscription_id, p.part_from, p.part_to, p.own_limits
from unnest(:organizations::uuid[], :subscriptions::uuid[], :moments::timestamptz[])
  as k (organization_id, subscription_id, at)
join usage_part as p on p.organization_id = k.organization_id and p.subscription_id = k.subscription_id
  and p.part_from <= k.at and p.part_to > k.at
where p.invoice_id is null
order by p.organization_id, p.part_from
for no key update of p

-- name: usage_parts_limits
update usage_part as p set own_limits = had.limits::jsonb
from unnest(:organizations::uuid[], :subscriptions::uuid[], :parts::timestamptz[], :limits::text[])
  as had (organization_id, subscription_id, part_from, limits)
where p.organization_id = had.organization_id and p.subscription_id = had.subscription_id and p.part_from = had.part_from

-- name: mrr_movement_had
select distinct organization_id from mrr_movement where organization_id = any(:organizations)

-- name: mrr_movement_add
insert into mrr_movement (organization_id, movement_id, subscription_id, kind, currency, delta_twelfths, occurred_at,
                          business_day)
select * from unnest(:organizations::uuid[], :movements::uuid[], :subscriptions::uuid[], :kinds::text[],
                     :currencies::text[], :deltas::bigint[], :moments::timestamptz[], :days::date[])

-- name: mrr_on
select currency, sum(delta_twelfths)::bigint from mrr_movement where business_day < :day group by currency
order by currency

-- name: payment_method_owners
select organization_id from payment_method
where organization_id = any(:organizations) and removed_at is null order by organization_id

-- name: mrr_by_month
select currency, date_trunc('month', business_day)::date, kind, sum(delta_twelfths)::bigint from mrr_movement
where business_day >= :from and business_day < :day
group by 1, 2, 3 order by 1, 2, 3

-- The lower bound, which all have, is there for the planner: it expects a third of the table below a parameter. What only is to be
-- looked at then, as drafts that something was taken back of, counts from then on.
-- name: subscriptions_due_counted
select count(*) from (
  select from subscription
  where ended_at is null and due_at >= '-infinity' and due_at <= :until
    and (due_at <= :now or invoice_at <= :until or period_to_at between due_at and :until)
  limit :most) as counted
