-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of the outbox, by the ids of mails, which are in the order of their making; one statement for each order and
-- filter, so that each reads its page from the index made for it. :beyond is the last mail before the page. The largest
-- page stands inside as a number: of a parameter the planner expects a tenth of the table (see organization_lists.sql).

-- name: mails_descending
select page.* from (
  select * from mail_listed where mail_id < :beyond order by mail_id desc limit 201) as page
order by page.mail_id desc limit :count

-- name: mails_of_state_descending
select page.* from (
  select * from mail_listed where state = :state and mail_id < :beyond order by mail_id desc limit 201) as page
order by page.mail_id desc limit :count

-- name: mails_of_template_descending
select page.* from (
  select * from mail_listed where template = :template and mail_id < :beyond order by mail_id desc limit 201) as page
order by page.mail_id desc limit :count

-- name: mails_of_state_and_template_descending
select page.* from (
  select * from mail_listed
  where state = :state and template = :template and mail_id < :beyond
  order by mail_id desc limit 201) as page
order by page.mail_id desc limit :count

-- name: mails_ascending
select page.* from (
  select * from mail_listed where mail_id > :beyond order by mail_id limit 201) as page
order by page.mail_id limit :count

-- name: mails_of_state_ascending
select page.* from (
  select * from mail_listed where state = :state and mail_id > :beyond order by mail_id limit 201) as page
order by page.mail_id limit :count

-- name: mails_of_template_ascending
select page.* from (
  select * from mail_listed where template = :template and mail_id > :beyond order by mail_id limit 201) as page
order by page.mail_id limit :count

-- name: mails_of_state_and_template_ascending
select page.* from (
  select * from mail_listed
  where state = :state and template = :template and mail_id > :beyond
  order by mail_id limit 201) as page
order by page.mail_id limit :count

-- A search looks along the ids as far as 5,000 mails, which finds a page of what many have, and only where that is not
-- enough reads all that have it through the index of words: of how many have it the planner knows nothing under
-- row-level security. The statements repeat the index's expression as it is there.
-- name: mails_found_descending
with whose as materialized (
  select organization_id from organization where search_text like :pattern and name_normalized like :pattern),
near as materialized (
  select mail_id from (
    select mail_id, organization_id, lower(recipient || ' ' || subject) as words from mail
    where (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id < :beyond
    order by mail_id desc limit 5000) as looked
  where words like :pattern or organization_id = any(array(select organization_id from whose))
  order by mail_id desc limit 201),
far as (
  select mail_id from mail
  where (select count(*) from near) < 201
    and (select count(*) from (
           select from mail
           where (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id < :beyond
           limit 5001) as looked) > 5000
    and (lower(recipient || ' ' || subject) like :pattern
         or organization_id = any(array(select organization_id from whose)))
    and (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id < :beyond
  order by mail_id desc limit 201)
select listed.* from (select mail_id from near union select mail_id from far) as page
join mail_listed as listed on listed.mail_id = page.mail_id
order by listed.mail_id desc limit :count

-- name: mails_found_ascending
with whose as materialized (
  select organization_id from organization where search_text like :pattern and name_normalized like :pattern),
near as materialized (
  select mail_id from (
    select mail_id, organization_id, lower(recipient || ' ' || subject) as words from mail
    where (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id > :beyond
    order by mail_id limit 5000) as looked
  where words like :pattern or organization_id = any(array(select organization_id from whose))
  order by mail_id limit 201),
far as (
  select mail_id from mail
  where (select count(*) from near) < 201
    and (select count(*) from (
           select from mail
           where (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id > :beyond
           limit 5001) as looked) > 5000
    and (lower(recipient || ' ' || subject) like :pattern
         or organization_id = any(array(select organization_id from whose)))
    and (:state = '' or state = :state) and (:template = '' or template = :template) and mail_id > :beyond
  order by mail_id limit 201)
select listed.* from (select mail_id from near union select mail_id from far) as page
join mail_listed as listed on listed.mail_id = page.mail_id
order by listed.mail_id limit :count

-- name: mails_counted
select count(*) from (select from mail limit :most) as counted

-- name: mails_counted_of_state
select count(*) from (select from mail where state = :state limit :most) as counted

-- name: mails_counted_of_template
select count(*) from (select from mail where template = :template limit :most) as counted

-- name: mails_counted_of_state_and_template
select count(*) from (select from mail where state = :state and template = :template limit :most) as counted

-- name: mails_counted_found
with whose as materialized (
  select organization_id from organization where search_text like :pattern and name_normalized like :pattern),
looked as materialized (
  select lower(recipient || ' ' || subject) like :pattern
         or organization_id = any(array(select organization_id from whose)) as is_found
  from mail where (:state = '' or state = :state) and (:template = '' or template = :template) limit 5001),
far as (
  select from mail
  where (select count(*) from looked) > 5000
    and (lower(recipient || ' ' || subject) like :pattern
         or organization_id = any(array(select organization_id from whose)))
    and (:state = '' or state = :state) and (:template = '' or template = :template)
  limit :most)
select case when (select count(*) from looked) > 5000 then (select count(*) from far)
            else (select count(*) from looked where is_found) end

-- name: mails_of_ids
select * from mail_listed where mail_id = any(:mails::uuid[])
