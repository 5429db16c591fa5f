-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an import of another system needs beside the services of the domains.

-- name: import_lock
select true from (select pg_advisory_xact_lock(hashtextextended('tenantry.import ' || :source::text, 0))) as held

-- Finance may insert, but only what corrects: who records usage is bound by no policy, as COPY wants it.
-- name: import_may_record_usage
select has_table_privilege('usage_event', 'insert') and not row_security_active('usage_event')

-- name: import_references
select external_id, organization_id, record_id from external_reference where source = :source and kind = :kind

-- name: import_references_add
insert into external_reference (source, kind, external_id, organization_id, record_id, imported_at)
select :source::text, :kind::text, added.external_id, added.organization_id, added.record_id, :now::timestamptz
from unnest(:external_ids::text[], :organizations::uuid[], :records::uuid[])
  as added (external_id, organization_id, record_id)

-- name: import_organizations_activate
update organization set status = 'active', status_reason = 'subscription', updated_at = :now
where organization_id = any(:organizations) and status in ('onboarding', 'onboarded', 'churned')

-- name: import_live_periods
select organization_id, subscription_id, period_from, period_to
from subscription where organization_id = any(:organizations) and ended_at is null

-- name: import_invoice_numbers
select organization_id, number from invoice where organization_id = any(:organizations) and number is not null

-- name: import_billed_add
insert into billed_period (organization_id, subscription_id, item, span, invoice_id, line_no)
select added.organization_id, added.subscription_id, 'plan', daterange(added.from_day, added.to_day), added.invoice_id, 1
from unnest(:organizations::uuid[], :subscriptions::uuid[], :froms::date[], :tos::date[], :invoices::uuid[])
  as added (organization_id, subscription_id, from_day, to_day, invoice_id)
on conflict do nothing

-- name: import_payments_add
insert into payment (organization_id, payment_id, source, amount, currency, reference, received_at)
select added.organization_id, added.payment_id, 'imported', added.amount, added.currency, added.reference,
       added.received_at
from unnest(:organizations::uuid[], :payments::uuid[], :amounts::bigint[], :currencies::text[], :references::text[],
            :received::timestamptz[])
  as added (organization_id, payment_id, amount, currency, reference, received_at)

-- name: import_allocations_add
insert into payment_allocation (organization_id, payment_id, invoice_id, amount)
select * from unnest(:organizations::uuid[], :payments::uuid[], :invoices::uuid[], :amounts::bigint[])
