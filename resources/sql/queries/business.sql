-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the business is: its versions and the plans as they were sold.

-- name: business_latest
select version, digest from business_version order by version desc limit 1

-- name: business_version_at
select version from business_version where applied_at <= :at order by version desc limit 1

-- name: business_document
select document from business_version where version = :version

-- name: business_versions
select version, author, applied_at from business_version order by version desc limit :limit

-- name: plan_versions
select plan_version_id, plan_id, version, definition from plan_version order by plan_id, version

-- Each as it was sold last.
-- name: addons_ever_sold
select distinct on (sold.id) sold.id, sold.addon
from business_version, jsonb_each(document -> 'addons') as sold (id, addon)
order by sold.id, version desc

-- What a plan version says never changes: their ids say it all.
-- name: plan_versions_digest
select md5(coalesce(string_agg(plan_version_id::text, ' ' order by plan_version_id), '')) from plan_version

-- One apply at a time, so that versions follow each other; held until the transaction ends.
-- name: business_lock
select pg_advisory_xact_lock(hashtextextended('tenantry.business_version', 0))

-- name: business_version_add
insert into business_version (version, document, digest, author, applied_at)
values (:version, :document, :digest, :author, :now)

-- name: plan_version_add
insert into plan_version (plan_version_id, plan_id, version, definition, created_at)
values (:id, :plan, :version, :definition, :now)
