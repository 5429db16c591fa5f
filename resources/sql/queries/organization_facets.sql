-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of the organizations of one country or currency (see organization_lists.sql). What else narrows them is carried
-- in the same index, whose entries are passed over until a page is full; only what the page shows is looked up, row by row
-- (“offset 0” keeps the planner from reading all for it). What narrows stands in one coalesce(), of which the planner
-- expects a half: of several conditions that may be empty it would expect nearly nothing, and sort all of a country rather
-- than read it in order.

-- name: organizations_by_name_ascending_of_country
select listed.* from (
  select * from (
    select organization_id, name_normalized from organization
    where address_country = :country and (name_normalized, organization_id) > (:value, :id)
      and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                   and (:plan::text = '' or plan_id = :plan), false)
    order by name_normalized, organization_id limit 201) as found
  order by name_normalized, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.name_normalized, page.organization_id

-- name: organizations_by_name_descending_of_country
select listed.* from (
  select * from (
    select organization_id, name_normalized from organization
    where address_country = :country and (name_normalized, organization_id)
        < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
      and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                   and (:plan::text = '' or plan_id = :plan), false)
    order by name_normalized desc, organization_id desc limit 201) as found
  order by name_normalized desc, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.name_normalized desc, page.organization_id desc

-- name: organizations_by_mrr_descending_of_country
select listed.* from (
  select * from (
    (select organization_id, mrr_twelfths from organization
     where address_country = :country and mrr_twelfths = :value and organization_id > :id
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id limit 201)
    union all
    (select organization_id, mrr_twelfths from organization
     where address_country = :country and mrr_twelfths < :value
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by mrr_twelfths desc, organization_id limit 201)) as found
  order by mrr_twelfths desc, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.mrr_twelfths desc, page.organization_id

-- name: organizations_by_mrr_ascending_of_country
select listed.* from (
  select * from (
    (select organization_id, mrr_twelfths from organization
     where address_country = :country and mrr_twelfths = :value and organization_id < :id
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id desc limit 201)
    union all
    (select organization_id, mrr_twelfths from organization
     where address_country = :country and mrr_twelfths > :value
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by mrr_twelfths, organization_id desc limit 201)) as found
  order by mrr_twelfths, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.mrr_twelfths, page.organization_id desc

-- name: organizations_by_created_descending_of_country
select listed.* from (
  select * from (
    (select organization_id, created_at from organization
     where address_country = :country and created_at = :value and organization_id > :id
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id limit 201)
    union all
    (select organization_id, created_at from organization
     where address_country = :country and created_at < :value
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by created_at desc, organization_id limit 201)) as found
  order by created_at desc, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.created_at desc, page.organization_id

-- name: organizations_by_created_ascending_of_country
select listed.* from (
  select * from (
    (select organization_id, created_at from organization
     where address_country = :country and created_at = :value and organization_id < :id
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id desc limit 201)
    union all
    (select organization_id, created_at from organization
     where address_country = :country and created_at > :value
       and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by created_at, organization_id desc limit 201)) as found
  order by created_at, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.created_at, page.organization_id desc

-- name: organizations_counted_of_country
select count(*) from (
  select from organization
  where address_country = :country
    and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- name: organizations_counted_paying_of_country
select count(*) from (
  select from organization
  where address_country = :country and mrr_twelfths > 0
    and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- name: organizations_counted_stuck_of_country
select count(*) from (
  select from organization
  where address_country = :country and created_at < :before
    and coalesce((:currency::text = '' or currency = :currency) and (:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- name: organizations_by_name_ascending_of_currency
select listed.* from (
  select * from (
    select organization_id, name_normalized from organization
    where currency = :currency and (name_normalized, organization_id) > (:value, :id)
      and coalesce((:status::text = '' or status = :status)
                   and (:plan::text = '' or plan_id = :plan), false)
    order by name_normalized, organization_id limit 201) as found
  order by name_normalized, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.name_normalized, page.organization_id

-- name: organizations_by_name_descending_of_currency
select listed.* from (
  select * from (
    select organization_id, name_normalized from organization
    where currency = :currency and (name_normalized, organization_id)
        < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
      and coalesce((:status::text = '' or status = :status)
                   and (:plan::text = '' or plan_id = :plan), false)
    order by name_normalized desc, organization_id desc limit 201) as found
  order by name_normalized desc, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.name_normalized desc, page.organization_id desc

-- name: organizations_by_mrr_descending_of_currency
select listed.* from (
  select * from (
    (select organization_id, mrr_twelfths from organization
     where currency = :currency and mrr_twelfths = :value and organization_id > :id
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id limit 201)
    union all
    (select organization_id, mrr_twelfths from organization
     where currency = :currency and mrr_twelfths < :value
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by mrr_twelfths desc, organization_id limit 201)) as found
  order by mrr_twelfths desc, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.mrr_twelfths desc, page.organization_id

-- name: organizations_by_mrr_ascending_of_currency
select listed.* from (
  select * from (
    (select organization_id, mrr_twelfths from organization
     where currency = :currency and mrr_twelfths = :value and organization_id < :id
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id desc limit 201)
    union all
    (select organization_id, mrr_twelfths from organization
     where currency = :currency and mrr_twelfths > :value
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by mrr_twelfths, organization_id desc limit 201)) as found
  order by mrr_twelfths, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.mrr_twelfths, page.organization_id desc

-- name: organizations_by_created_descending_of_currency
select listed.* from (
  select * from (
    (select organization_id, created_at from organization
     where currency = :currency and created_at = :value and organization_id > :id
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id limit 201)
    union all
    (select organization_id, created_at from organization
     where currency = :currency and created_at < :value
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by created_at desc, organization_id limit 201)) as found
  order by created_at desc, organization_id limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.created_at desc, page.organization_id

-- name: organizations_by_created_ascending_of_currency
select listed.* from (
  select * from (
    (select organization_id, created_at from organization
     where currency = :currency and created_at = :value and organization_id < :id
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by organization_id desc limit 201)
    union all
    (select organization_id, created_at from organization
     where currency = :currency and created_at > :value
       and coalesce((:status::text = '' or status = :status)
                    and (:plan::text = '' or plan_id = :plan), false)
     order by created_at, organization_id desc limit 201)) as found
  order by created_at, organization_id desc limit :count) as page
cross join lateral (
  select * from organization_listed as l where l.organization_id = page.organization_id offset 0) as listed
order by page.created_at, page.organization_id desc

-- name: organizations_counted_of_currency
select count(*) from (
  select from organization
  where currency = :currency
    and coalesce((:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- name: organizations_counted_paying_of_currency
select count(*) from (
  select from organization
  where currency = :currency and mrr_twelfths > 0
    and coalesce((:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- name: organizations_counted_stuck_of_currency
select count(*) from (
  select from organization
  where currency = :currency and created_at < :before
    and coalesce((:status::text = '' or status = :status)
                 and (:plan::text = '' or plan_id = :plan), false)
  limit :most) as counted

-- The codes that there are: from one to the next, by a step in the index each.
-- name: organizations_countries
with recursive step as (
  select min(address_country) as value from organization
  union all
  select (select min(o.address_country) from organization as o where o.address_country > step.value) from step
  where step.value is not null)
select value from step where value is not null

-- name: organizations_currencies
with recursive step as (
  select min(currency) as value from organization
  union all
  select (select min(o.currency) from organization as o where o.currency > step.value) from step
  where step.value is not null)
select value from step where value is not null
