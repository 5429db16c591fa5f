-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of organizations: one statement for each order and filter, so that each reads exactly its page from the
-- index made for it. The cursor (:value, :id) is the last row before the page. Revenue and age are indexed downwards
-- with the ids upwards, so a page is what ties with the cursor and then what lies beyond it.

-- name: organizations_by_name_ascending
select organization_id from organization
where (name_normalized, organization_id) > (:value, :id)
order by name_normalized, organization_id limit :count

-- name: organizations_by_name_descending
select organization_id from organization
where (name_normalized, organization_id)
  < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
order by name_normalized desc, organization_id desc limit :count

-- name: organizations_by_mrr_descending
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where mrr_twelfths = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit :count)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit :count)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending
select page.organization_id from (
  (select organization_id, created_at from organization
   where created_at = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, created_at from organization
   where created_at < :value
   order by created_at desc, organization_id limit :count)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending
select page.organization_id from (
  (select organization_id, created_at from organization
   where created_at = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, created_at from organization
   where created_at > :value
   order by created_at, organization_id desc limit :count)) as page
order by page.created_at, page.organization_id desc limit :count

-- name: organizations_by_name_ascending_of_status
select organization_id from organization
where status = :status and (name_normalized, organization_id) > (:value, :id)
order by name_normalized, organization_id limit :count

-- name: organizations_by_name_descending_of_status
select organization_id from organization
where status = :status and (name_normalized, organization_id)
  < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
order by name_normalized desc, organization_id desc limit :count

-- name: organizations_by_mrr_descending_of_status
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where status = :status and mrr_twelfths = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where status = :status and mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit :count)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending_of_status
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where status = :status and mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where status = :status and mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit :count)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending_of_status
select page.organization_id from (
  (select organization_id, created_at from organization
   where status = :status and created_at = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, created_at from organization
   where status = :status and created_at < :value
   order by created_at desc, organization_id limit :count)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending_of_status
select page.organization_id from (
  (select organization_id, created_at from organization
   where status = :status and created_at = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, created_at from organization
   where status = :status and created_at > :value
   order by created_at, organization_id desc limit :count)) as page
order by page.created_at, page.organization_id desc limit :count

-- name: organizations_by_name_ascending_of_plan
select organization_id from organization
where plan_id = :plan and (:status::text = '' or status = :status) and (name_normalized, organization_id) > (:value, :id)
order by name_normalized, organization_id limit :count

-- name: organizations_by_name_descending_of_plan
select organization_id from organization
where plan_id = :plan and (:status::text = '' or status = :status) and (name_normalized, organization_id)
  < (coalesce(:value::text, (select max(name_normalized) from organization)), :id)
order by name_normalized desc, organization_id desc limit :count

-- name: organizations_by_mrr_descending_of_plan
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and mrr_twelfths = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and mrr_twelfths < :value
   order by mrr_twelfths desc, organization_id limit :count)) as page
order by page.mrr_twelfths desc, page.organization_id limit :count

-- name: organizations_by_mrr_ascending_of_plan
select page.organization_id from (
  (select organization_id, mrr_twelfths from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and mrr_twelfths = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, mrr_twelfths from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and mrr_twelfths > :value
   order by mrr_twelfths, organization_id desc limit :count)) as page
order by page.mrr_twelfths, page.organization_id desc limit :count

-- name: organizations_by_created_descending_of_plan
select page.organization_id from (
  (select organization_id, created_at from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and created_at = :value and organization_id > :id
   order by organization_id limit :count)
  union all
  (select organization_id, created_at from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and created_at < :value
   order by created_at desc, organization_id limit :count)) as page
order by page.created_at desc, page.organization_id limit :count

-- name: organizations_by_created_ascending_of_plan
select page.organization_id from (
  (select organization_id, created_at from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and created_at = :value and organization_id < :id
   order by organization_id desc limit :count)
  union all
  (select organization_id, created_at from organization
   where plan_id = :plan and (:status::text = '' or status = :status) and created_at > :value
   order by created_at, organization_id desc limit :count)) as page
order by page.created_at, page.organization_id desc limit :count

-- A search reads all that match through the trigram index, whatever the order, and sorts them.
-- name: organizations_by_name_ascending_found
with found as materialized (
  select organization_id, name_normalized from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where name_normalized > :value or (name_normalized = :value and organization_id > :id)
order by name_normalized, organization_id limit :count

-- name: organizations_by_name_descending_found
with found as materialized (
  select organization_id, name_normalized from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where :value::text is null or name_normalized < :value or (name_normalized = :value and organization_id < :id)
order by name_normalized desc, organization_id desc limit :count

-- name: organizations_by_mrr_ascending_found
with found as materialized (
  select organization_id, mrr_twelfths from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where mrr_twelfths > :value or (mrr_twelfths = :value and organization_id < :id)
order by mrr_twelfths, organization_id desc limit :count

-- name: organizations_by_mrr_descending_found
with found as materialized (
  select organization_id, mrr_twelfths from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where mrr_twelfths < :value or (mrr_twelfths = :value and organization_id > :id)
order by mrr_twelfths desc, organization_id limit :count

-- name: organizations_by_created_ascending_found
with found as materialized (
  select organization_id, created_at from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where created_at > :value or (created_at = :value and organization_id < :id)
order by created_at, organization_id desc limit :count

-- name: organizations_by_created_descending_found
with found as materialized (
  select organization_id, created_at from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select organization_id from found
where created_at < :value or (created_at = :value and organization_id > :id)
order by created_at desc, organization_id limit :count

-- name: organization_list_rows
select organization.organization_id, name, email, url, address_country, status, plan_id, subscription_status,
       mrr_twelfths, currency, created_at, name_normalized
from unnest(:ids::uuid[]) with ordinality as page (organization_id, position)
join organization on organization.organization_id = page.organization_id
order by page.position

-- name: organizations_counted
select count(*) from (select from organization limit :most) as counted

-- name: organizations_counted_of_status
select count(*) from (select from organization where status = :status limit :most) as counted

-- name: organizations_counted_of_plan
select count(*) from (
  select from organization where plan_id = :plan and (:status::text = '' or status = :status) limit :most) as counted

-- name: organizations_counted_found
with found as materialized (
  select from organization
  where search_text like :pattern and (:status::text = '' or status = :status)
    and (:plan::text = '' or plan_id = :plan))
select count(*) from (select from found limit :most) as counted
