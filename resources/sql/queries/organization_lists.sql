-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of organizations: one statement for each order and filter, so that each reads exactly its page from the
-- index made for it. The cursor (:value, :id) is the last row before the page. Revenue and age are indexed downwards
-- with the ids upwards, so a page is what ties with the cursor and then what lies beyond it.
-- The largest page stands inside as a number: of a parameter the planner expects a tenth of the table, and then plans
-- each page anew, which takes longer than reading it.

-- name: organizations_by_name_ascending
select page.* from (
  select * from organization_listed
  where (name_normalized, organization_id) > (:value, :id)
  order by name_normalized, organization_id limit 201) as page
order by page.name_normalized, page.organization_id limit :count

-- name: organizations_by_name_descending
select page.* from (
  select * from organization_listed
  where (name_normalized, organization_id)
    < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
  order by name_normalized desc, organization_id desc limit 201) as page
order by page.name_normalized desc, page.organization_id desc limit :count

-- name: organizations_by_mrr_descending
select page.* from (
  (select * from organization_listed
   where mrr_twelfths = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit 201)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending
select page.* from (
  (select * from organization_listed
   where mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit 201)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending
select page.* from (
  (select * from organization_listed
   where created_at = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where created_at < :value
   order by created_at desc, organization_id limit 201)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending
select page.* from (
  (select * from organization_listed
   where created_at = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where created_at > :value
   order by created_at, organization_id desc limit 201)) as page
order by page.created_at, page.organization_id desc limit :count

-- name: organizations_by_name_ascending_of_status
select page.* from (
  select * from organization_listed
  where status = :status and (name_normalized, organization_id) > (:value, :id)
  order by name_normalized, organization_id limit 201) as page
order by page.name_normalized, page.organization_id limit :count

-- name: organizations_by_name_descending_of_status
select page.* from (
  select * from organization_listed
  where status = :status and (name_normalized, organization_id)
    < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
  order by name_normalized desc, organization_id desc limit 201) as page
order by page.name_normalized desc, page.organization_id desc limit :count

-- name: organizations_by_mrr_descending_of_status
select page.* from (
  (select * from organization_listed
   where status = :status and mrr_twelfths = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where status = :status and mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit 201)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending_of_status
select page.* from (
  (select * from organization_listed
   where status = :status and mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where status = :status and mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit 201)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending_of_status
select page.* from (
  (select * from organization_listed
   where status = :status and created_at = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where status = :status and created_at < :value
   order by created_at desc, organization_id limit 201)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending_of_status
select page.* from (
  (select * from organization_listed
   where status = :status and created_at = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where status = :status and created_at > :value
   order by created_at, organization_id desc limit 201)) as page
order by page.created_at, page.organization_id desc limit :count

-- name: organizations_by_name_ascending_of_plan
select page.* from (
  select * from organization_listed
  where plan_id = :plan and (name_normalized, organization_id) > (:value, :id)
  order by name_normalized, organization_id limit 201) as page
order by page.name_normalized, page.organization_id limit :count

-- name: organizations_by_name_descending_of_plan
select page.* from (
  select * from organization_listed
  where plan_id = :plan and (name_normalized, organization_id)
    < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
  order by name_normalized desc, organization_id desc limit 201) as page
order by page.name_normalized desc, page.organization_id desc limit :count

-- name: organizations_by_mrr_descending_of_plan
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and mrr_twelfths = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit 201)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending_of_plan
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit 201)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending_of_plan
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and created_at = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and created_at < :value
   order by created_at desc, organization_id limit 201)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending_of_plan
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and created_at = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and created_at > :value
   order by created_at, organization_id desc limit 201)) as page
order by page.created_at, page.organization_id desc limit :count

-- name: organizations_by_name_ascending_of_plan_and_status
select page.* from (
  select * from organization_listed
  where plan_id = :plan and status = :status and (name_normalized, organization_id) > (:value, :id)
  order by name_normalized, organization_id limit 201) as page
order by page.name_normalized, page.organization_id limit :count

-- name: organizations_by_name_descending_of_plan_and_status
select page.* from (
  select * from organization_listed
  where plan_id = :plan and status = :status and (name_normalized, organization_id)
    < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
  order by name_normalized desc, organization_id desc limit 201) as page
order by page.name_normalized desc, page.organization_id desc limit :count

-- name: organizations_by_mrr_descending_of_plan_and_status
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and status = :status and mrr_twelfths = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and status = :status and mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit 201)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending_of_plan_and_status
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and status = :status and mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and status = :status and mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit 201)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending_of_plan_and_status
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and status = :status and created_at = :value and organization_id > :id
   order by organization_id limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and status = :status and created_at < :value
   order by created_at desc, organization_id limit 201)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending_of_plan_and_status
select page.* from (
  (select * from organization_listed
   where plan_id = :plan and status = :status and created_at = :value and organization_id < :id
   order by organization_id desc limit 201)
  union all
  (select * from organization_listed
   where plan_id = :plan and status = :status and created_at > :value
   order by created_at, organization_id desc limit 201)) as page
order by page.created_at, page.organization_id desc limit :count

-- A search reads all that match through the trigram index, whatever the order, and sorts them.
-- name: organizations_by_name_ascending_found
with found as materialized (
  select organization_id, name_normalized from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where name_normalized > :value or (name_normalized = :value and organization_id > :id)
  order by name_normalized, organization_id limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.name_normalized, listed.organization_id

-- name: organizations_by_name_descending_found
with found as materialized (
  select organization_id, name_normalized from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where :value::text is null or name_normalized < :value or (name_normalized = :value and organization_id < :id)
  order by name_normalized desc, organization_id desc limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.name_normalized desc, listed.organization_id desc

-- name: organizations_by_mrr_ascending_found
with found as materialized (
  select organization_id, mrr_twelfths from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where mrr_twelfths > :value or (mrr_twelfths = :value and organization_id < :id)
  order by mrr_twelfths, organization_id desc limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.mrr_twelfths, listed.organization_id desc

-- name: organizations_by_mrr_descending_found
with found as materialized (
  select organization_id, mrr_twelfths from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where mrr_twelfths < :value or (mrr_twelfths = :value and organization_id > :id)
  order by mrr_twelfths desc, organization_id limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.mrr_twelfths desc, listed.organization_id

-- name: organizations_by_created_ascending_found
with found as materialized (
  select organization_id, created_at from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where created_at > :value or (created_at = :value and organization_id < :id)
  order by created_at, organization_id desc limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.created_at, listed.organization_id desc

-- name: organizations_by_created_descending_found
with found as materialized (
  select organization_id, created_at from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency)),
page as (
  select organization_id from found
  where created_at < :value or (created_at = :value and organization_id > :id)
  order by created_at desc, organization_id limit :count)
select listed.* from page join organization_listed as listed using (organization_id)
order by listed.created_at desc, listed.organization_id

-- name: organizations_counted
select count(*) from (select from organization limit :most) as counted

-- name: organizations_counted_of_status
select count(*) from (select from organization where status = :status limit :most) as counted

-- name: organizations_counted_of_plan
select count(*) from (select from organization where plan_id = :plan limit :most) as counted

-- name: organizations_counted_of_plan_and_status
select count(*) from (
  select from organization where plan_id = :plan and status = :status limit :most) as counted

-- name: organizations_counted_found
with found as materialized (
  select from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan) and (:country::text = '' or address_country = :country)
    and (:currency::text = '' or currency = :currency) and mrr_twelfths > :mrr_above and created_at < :created_before)
select count(*) from (select from found limit :most) as counted

-- name: organizations_counted_paying
select count(*) from (
  select from organization
  where mrr_twelfths > 0 and (:status::text = '' or status = :status) and (:plan::text = '' or plan_id = :plan)
  limit :most) as counted

-- name: organizations_counted_stuck
select count(*) from (
  select from organization
  where status = 'onboarding' and created_at < :before and (:plan::text = '' or plan_id = :plan)
  limit :most) as counted
