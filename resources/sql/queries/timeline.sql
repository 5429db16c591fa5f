-- SPDX-License-Identifier: GPL-3.0-or-later
-- All that happened to a record: events, mails and entries of the audit trail, each by its own key.

-- name: timeline_may_see
select has_table_privilege('mail', 'select'), has_table_privilege('audit_entry', 'select')

-- name: timeline_events
select sequence, type, occurred_at, actor, payload from event
where organization_id = :organization and sequence < :below
  and (:invoice = '' or payload->>'invoice' = :invoice)
  and (not :money or split_part(type, '.', 1) in ('invoice', 'payment', 'payment_method', 'balance', 'dunning'))
order by sequence desc limit :count

-- The ids of mails are in the order of their making.
-- name: timeline_mails
select mail_id, template, created_at,
       jsonb_build_object('subject', subject, 'recipient', recipient, 'state', state, 'sent_at', sent_at,
                          'last_error', last_error)
from mail
where organization_id = :organization and mail_id < :below and (:invoice = '' or invoice_id::text = :invoice)
order by mail_id desc limit :count

-- name: timeline_changes
select entry_id, table_name, operation, occurred_at, actor, source, old_row, new_row from audit_entry
where organization_id = :organization and entry_id < :below
  and (:invoice = '' or coalesce(new_row, old_row)->>'invoice_id' = :invoice)
order by entry_id desc limit :count

-- name: timeline_events_counted
select count(*) from (
  select from event
  where organization_id = :organization and (:invoice = '' or payload->>'invoice' = :invoice)
    and (not :money or split_part(type, '.', 1) in ('invoice', 'payment', 'payment_method', 'balance', 'dunning'))
  limit :most) as counted

-- name: timeline_mails_counted
select count(*) from (
  select from mail
  where organization_id = :organization and (:invoice = '' or invoice_id::text = :invoice)
  limit :most) as counted

-- name: timeline_changes_counted
select count(*) from (
  select from audit_entry
  where organization_id = :organization and (:invoice = '' or coalesce(new_row, old_row)->>'invoice_id' = :invoice)
  limit :most) as counted
