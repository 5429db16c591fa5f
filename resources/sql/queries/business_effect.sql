-- SPDX-License-Identifier: GPL-3.0-or-later

-- The live book in groups that share everything a price depends on, with the discounts that have no end.
-- name: subscription_book
select subscription.plan_version_id, subscription.status in ('active', 'past_due'), subscription.billing_interval,
       subscription.currency, subscription.seats, subscription.price_override, lasting.definitions, count(*),
       sum(subscription.mrr_twelfths)::bigint, whose.country, whose.region, whose.vat_id,
       subscription.items
from subscription
join (
  select organization_id,
         case when address_country = any(:countries) then address_country else '' end as country,
         case when address_country = any(:countries) then address_region else '' end as region,
         case when address_country = any(:countries) then vat_id else '' end as vat_id
  from organization) as whose on whose.organization_id = subscription.organization_id
left join (
  select organization_id, subscription_id, jsonb_agg(definition order by position) as definitions
  from coupon_redemption where to_index is null
  group by organization_id, subscription_id) as lasting
  on lasting.organization_id = subscription.organization_id
     and lasting.subscription_id = subscription.subscription_id
where subscription.ended_at is null
group by 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13
order by 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13

-- name: contract_metrics
select own.metric, count(*)
from subscription, jsonb_object_keys(subscription.own_limits) as own (metric)
where subscription.ended_at is null and subscription.own_limits is not null
group by 1 order by 1
