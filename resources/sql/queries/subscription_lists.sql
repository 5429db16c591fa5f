-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of subscriptions in the order of their renewal (see organization_lists.sql): each status is read from its part of
-- the index, and what waits to change from an index of its own. The cursor (:value, :organization, :id) is the last row
-- before the page.

-- name: subscriptions_listed_ascending
select page.*, o.name, v.version from (
  select found.* from unnest(:statuses::text[]) as wanted (status)
  cross join lateral (
    select organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency, seats, period_to,
           period_to_at, auto_renew, scheduled_action, scheduled, mrr_twelfths
    from subscription
    where status = wanted.status and (period_to_at, organization_id, subscription_id) > (:value, :organization, :id)
      and period_to_at <= :until and (:plan = '' or plan_id = :plan)
    order by period_to_at, organization_id, subscription_id limit 201) as found
  order by found.period_to_at, found.organization_id, found.subscription_id limit 201) as page
join organization as o on o.organization_id = page.organization_id
join plan_version as v on v.plan_version_id = page.plan_version_id
order by page.period_to_at, page.organization_id, page.subscription_id limit :count

-- name: subscriptions_listed_descending
select page.*, o.name, v.version from (
  select found.* from unnest(:statuses::text[]) as wanted (status)
  cross join lateral (
    select organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency, seats, period_to,
           period_to_at, auto_renew, scheduled_action, scheduled, mrr_twelfths
    from subscription
    where status = wanted.status and (period_to_at, organization_id, subscription_id) < (:value, :organization, :id)
      and period_to_at <= :until and (:plan = '' or plan_id = :plan)
    order by period_to_at desc, organization_id desc, subscription_id desc limit 201) as found
  order by found.period_to_at desc, found.organization_id desc, found.subscription_id desc limit 201) as page
join organization as o on o.organization_id = page.organization_id
join plan_version as v on v.plan_version_id = page.plan_version_id
order by page.period_to_at desc, page.organization_id desc, page.subscription_id desc limit :count

-- name: subscriptions_scheduled_ascending
select page.*, o.name, v.version from (
  select organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency, seats, period_to,
         period_to_at, auto_renew, scheduled_action, scheduled, mrr_twelfths
  from subscription
  where scheduled_action <> '' and (period_to_at, organization_id, subscription_id) > (:value, :organization, :id)
    and period_to_at <= :until and (:plan = '' or plan_id = :plan) and status = any(:statuses)
  order by period_to_at, organization_id, subscription_id limit 201) as page
join organization as o on o.organization_id = page.organization_id
join plan_version as v on v.plan_version_id = page.plan_version_id
order by page.period_to_at, page.organization_id, page.subscription_id limit :count

-- name: subscriptions_scheduled_descending
select page.*, o.name, v.version from (
  select organization_id, subscription_id, plan_id, plan_version_id, status, billing_interval, currency, seats, period_to,
         period_to_at, auto_renew, scheduled_action, scheduled, mrr_twelfths
  from subscription
  where scheduled_action <> '' and (period_to_at, organization_id, subscription_id) < (:value, :organization, :id)
    and period_to_at <= :until and (:plan = '' or plan_id = :plan) and status = any(:statuses)
  order by period_to_at desc, organization_id desc, subscription_id desc limit 201) as page
join organization as o on o.organization_id = page.organization_id
join plan_version as v on v.plan_version_id = page.plan_version_id
order by page.period_to_at desc, page.organization_id desc, page.subscription_id desc limit :count

-- name: subscriptions_counted
select count(*) from (
  select from unnest(:statuses::text[]) as wanted (status)
  join subscription as s on s.status = wanted.status
  where s.period_to_at > :ends_after and s.period_to_at <= :until and (:plan = '' or s.plan_id = :plan)
  limit :most) as counted

-- name: subscriptions_scheduled_counted
select count(*) from (
  select from subscription
  where scheduled_action <> '' and period_to_at > :ends_after and period_to_at <= :until and (:plan = '' or plan_id = :plan)
    and status = any(:statuses)
  limit :most) as counted

-- What is scheduled of the live subscriptions of these.
-- name: subscriptions_standing
select k.organization_id, o.name, s.subscription_id, s.scheduled_action, s.auto_renew, s.status, s.plan_id,
       s.plan_version_id, s.mrr_twelfths, s.currency, s.items
from unnest(:organizations::uuid[]) with ordinality as k (organization_id, place)
join organization as o on o.organization_id = k.organization_id
left join subscription as s on s.organization_id = k.organization_id and s.ended_at is null
order by k.place

-- Of the plan: who has not that version of it, or has an add-on otherwise than it is sold now.
-- name: subscriptions_on_older_versions
select s.organization_id, o.name
from subscription as s join organization as o on o.organization_id = s.organization_id
where s.ended_at is null and s.organization_id > :after and s.plan_id = :plan
  and (s.plan_version_id <> :newest::uuid
       or exists (select from jsonb_array_elements(s.items) as item
                  where item -> 'addon' <> :sold::jsonb -> (item #>> '{addon,id}')))
order by s.organization_id limit :count

-- Of the plan, or of any: who has an add-on otherwise than it is sold now.
-- name: subscriptions_with_older_addons
select s.organization_id, o.name
from subscription as s join organization as o on o.organization_id = s.organization_id
where s.ended_at is null and s.items is not null and s.organization_id > :after and (:plan = '' or s.plan_id = :plan)
  and exists (select from jsonb_array_elements(s.items) as item
              where item -> 'addon' <> :sold::jsonb -> (item #>> '{addon,id}'))
order by s.organization_id limit :count
