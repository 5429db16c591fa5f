-- SPDX-License-Identifier: GPL-3.0-or-later

-- A book that is filled in one transaction has no statistics yet: as far as the planner knows its tables are empty, and
-- reading them whole the shortest way.
-- name: demo_plans
select set_config('enable_seqscan', 'off', true)

-- name: scenario_event_count
select count(*) from event where organization_id = :organization and type = :type

-- name: scenario_movements
select coalesce(sum(delta_twelfths), 0)::bigint from mrr_movement
where currency = :currency and kind = any(:kinds) and business_day >= :from and business_day < :to

-- name: scenario_accounts
select coalesce(sum(delta_twelfths) filter (where business_day < :from), 0)::bigint,
       sum(delta_twelfths)::bigint
from mrr_movement where currency = :currency and business_day < :to
group by organization_id order by organization_id

-- name: scenario_events
select o.name, e.sequence, e.type, e.occurred_at, e.actor, e.payload
from event as e join organization as o using (organization_id) order by e.organization_id, e.sequence

-- name: scenario_fingerprint
select (select count(*) from event), (select count(*) from audit_entry), (select count(*) from usage_event)

-- name: demo_try_lock
select pg_try_advisory_xact_lock(hashtextextended('tenantry.demo', 0));

-- name: demo_lock
select pg_advisory_xact_lock(hashtextextended('tenantry.demo', 0));

-- name: scenario_mail_count
select count(*) from mail where organization_id = :organization and template = :template

-- name: scenario_mails
select template, recipient, language, subject, state, created_at from mail
where organization_id = :organization
order by event_sequence, recipient
