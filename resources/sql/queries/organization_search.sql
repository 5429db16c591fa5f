-- SPDX-License-Identifier: GPL-3.0-or-later
-- What someone finds while typing. Each statement reads a bounded part of one index; it stands in a transaction that
-- forbids reading the whole table (read_promptly).

-- name: organizations_beginning_with
select organization_id, name, email, url, customer_number, status, plan_id, mrr_twelfths, currency, vat_id, telephone
from (select * from organization where name_normalized >= :text order by name_normalized, organization_id limit 50)
  as nearest
where starts_with(name_normalized, :text)

-- Of many that contain it, those that are called so in another system are among the first.
-- name: organizations_numbered
select organization_id, name, email, url, customer_number, status, plan_id, mrr_twelfths, currency, vat_id, telephone
from (select * from organization where customer_number <> '' and lower(customer_number) ~>=~ :text
      order by lower(customer_number) using ~<~, organization_id limit 50) as nearest
where starts_with(lower(customer_number), :text)

-- name: organizations_containing
select organization_id, name, email, url, customer_number, status, plan_id, mrr_twelfths, currency, vat_id, telephone
from organization
where search_text like :first and search_text like :second and search_text like :third
limit 200

-- name: members_containing
select found.organization_id, organization.name, trim(found.given_name || ' ' || found.family_name), found.email,
       found.member_id, found.external_id, found.telephone
from (select organization_id, member_id, given_name, family_name, email, external_id, telephone from member
      where lower(given_name || ' ' || family_name || ' ' || email || ' ' || external_id || ' ' || telephone) like :first
        and lower(given_name || ' ' || family_name || ' ' || email || ' ' || external_id || ' ' || telephone) like :second
        and lower(given_name || ' ' || family_name || ' ' || email || ' ' || external_id || ' ' || telephone) like :third
        and active
      limit 100) as found
join organization using (organization_id)
