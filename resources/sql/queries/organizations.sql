-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organizations, their limits and what lists show of their subscriptions.

-- name: organization_add
insert into organization (organization_id, name, description, url, email, telephone, number_of_employees,
                          founding_date, industry, street_address, address_locality, address_region, postal_code,
                          address_country, time_zone, date_format, currency, language, vat_id, status, status_before,
                          status_reason, customer_number, created_at, onboarded_at, updated_at)
select added.*, :now::timestamptz
from unnest(:ids::uuid[], :names::text[], :descriptions::text[], :urls::text[], :emails::text[], :telephones::text[],
            :employees::bigint[], :foundings::date[], :industries::text[], :streets::text[], :localities::text[],
            :regions::text[], :postal_codes::text[], :countries::text[], :zones::text[], :date_formats::text[],
            :currencies::text[], :languages::text[], :vat_ids::text[], :statuses::text[], :befores::text[],
            :reasons::text[], :customer_numbers::text[], :created::timestamptz[], :onboarded::timestamptz[]) as added

-- name: organization_head_add
insert into organization_head (organization_id) select unnest(:organizations::uuid[])

-- name: team_root_add
insert into team (organization_id, team_id, name, created_at)
select added.organization_id, added.team_id, added.name, :now::timestamptz
from unnest(:organizations::uuid[], :teams::uuid[], :names::text[]) as added (organization_id, team_id, name)

-- name: organization_by_ids
select organization_id, name, description, url, email, telephone, number_of_employees, founding_date, industry,
       street_address, address_locality, address_region, postal_code, address_country, time_zone, date_format,
       currency, language, vat_id, status, status_reason, customer_number, created_at, onboarded_at, revision
from organization where organization_id = any(:organizations)
order by organization_id

-- name: organization_amend
update organization set
  name = :name, description = :description, url = :url, email = :email, telephone = :telephone,
  number_of_employees = :employees::bigint, founding_date = :founding, industry = :industry, street_address = :street,
  address_locality = :locality, address_region = :region, postal_code = :postal_code, address_country = :country,
  time_zone = :zone, currency = :currency, language = :language, vat_id = :vat_id, customer_number = :customer_number,
  updated_at = :now
where organization_id = :organization
returning revision

-- name: organization_currency_is_fixed
select exists (select from subscription where organization_id = :organization and ended_at is null)

-- name: organization_standing
select status, status_before from organization where organization_id = :organization

-- name: organization_standings
select organization_id, name, status, status_before, status_reason
from organization where organization_id = any(:organizations)
order by organization_id

-- name: organization_last_move
select coalesce(max(sequence), 0) from event where organization_id = :organization and type = any(:types::text[])

-- name: organization_move
update organization set
  status_reason = case when status = :status then status_reason else :reason end,
  status = :status, status_before = :before, updated_at = :now,
  onboarded_at = case when :status = 'onboarded' then coalesce(onboarded_at, :now) else onboarded_at end
where organization_id = :organization

-- Those of their subscriptions, which have others from now on.
-- name: organization_record_currencies
update organization set currency = other.currency, updated_at = :now
from unnest(:organizations::uuid[], :currencies::text[]) as other (organization_id, currency)
where organization.organization_id = other.organization_id and organization.currency <> other.currency

-- name: organization_record_subscriptions
update organization set
  plan_id = fact.plan_id, subscription_status = fact.status, mrr_twelfths = fact.mrr_twelfths, updated_at = :now
from unnest(:organizations::uuid[], :plans::text[], :statuses::text[], :mrrs::bigint[])
  as fact (organization_id, plan_id, status, mrr_twelfths)
where organization.organization_id = fact.organization_id
  and (organization.plan_id, organization.subscription_status, organization.mrr_twelfths)
      is distinct from (fact.plan_id, fact.status, fact.mrr_twelfths)

-- name: organization_limits
select metric, limit_value, kind, granted_by from organization_limit
where organization_id = :organization order by metric

-- name: organization_limits_keep
delete from organization_limit where organization_id = :organization and metric <> all(:metrics::text[])

-- name: organization_limits_set
insert into organization_limit (organization_id, metric, limit_value, kind, granted_by)
select :organization::uuid, granted.metric, granted.value, granted.kind, granted.granted_by
from unnest(:metrics::text[], :values::bigint[], :kinds::text[], :grantors::text[])
  as granted (metric, value, kind, granted_by)
on conflict (organization_id, metric) do update set
  limit_value = excluded.limit_value, kind = excluded.kind, granted_by = excluded.granted_by
where (organization_limit.limit_value, organization_limit.kind, organization_limit.granted_by)
      is distinct from (excluded.limit_value, excluded.kind, excluded.granted_by)

-- name: organization_features
select feature, granted_by from organization_feature where organization_id = :organization order by feature

-- name: organization_features_keep
delete from organization_feature where organization_id = :organization and feature <> all(:features::text[])

-- name: organization_features_set
insert into organization_feature (organization_id, feature, granted_by)
select :organization::uuid, granted.feature, granted.granted_by
from unnest(:features::text[], :grantors::text[]) as granted (feature, granted_by)
on conflict (organization_id, feature) do update set granted_by = excluded.granted_by
where organization_feature.granted_by is distinct from excluded.granted_by

-- name: organization_timeline
select type, occurred_at, actor, payload from event
where organization_id = :organization and type not in ('invoice.created', 'payment.succeeded')
order by sequence desc limit :count
