-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whom a mail is to and of what it speaks, whatever the event.
-- name: mail_addressee
select o.name, o.email, o.language, o.address_country,
       exists (select from payment_method as m where m.organization_id = o.organization_id and m.removed_at is null),
       coalesce((select s.plan_id from subscription as s where s.organization_id = o.organization_id
                 order by s.started_at desc, s.subscription_id desc limit 1), ''),
       o.status
from organization as o where o.organization_id = :organization

-- The organization's administrators: the root team holds the organization-wide roles.
-- name: mail_administrators
select distinct on (m.email_normalized) m.email, m.language
from team as t
join assignment as a on a.organization_id = t.organization_id and a.team_id = t.team_id
join member as m on m.organization_id = a.organization_id and m.member_id = a.member_id
where t.organization_id = :organization and t.parent_id is null and a.role in ('owner', 'admin') and m.active
  and a.ended_at is null and (a.expires_at is null or a.expires_at > :now)
order by m.email_normalized

-- name: mail_invoice
select number, total, case status when 'void' then 0 else amount_due end, currency, due_on from invoice
where organization_id = :organization and invoice_id = :invoice and number is not null

-- name: mail_add
insert into mail (organization_id, mail_id, event_sequence, template, recipient, language, subject, body, link,
                  invoice_id, attaches_invoice, priority, state, due_at, created_at)
values (:organization, :mail, :sequence, :template, :recipient, :language, :subject, :body, :link, :invoice,
        :attaches_invoice, :priority,
        case when exists (select from mail_suppression as s
                          where s.organization_id = :organization and s.address = lower(:recipient))
             then 'suppressed' else 'queued' end,
        :now, :now)
on conflict (organization_id, event_sequence, template, recipient) do nothing

-- Of a count that it does not know a planner expects too much: that there are never more than connections it is told.
-- name: mail_claim
with due as (
  select organization_id, mail_id, priority, due_at from mail
  where state = 'queued' and due_at <= :now and (lease_until is null or lease_until <= :now)
    and lower(recipient) not in (select lower(address) from unnest(:busy::text[]) as busy (address))
  order by priority desc, due_at, mail_id
  limit 32
  for update skip locked),
chosen as (
  select organization_id, mail_id from due order by priority desc, due_at, mail_id limit :count),
claimed as (
  update mail
  set attempts = mail.attempts + 1, lease_until = :lease_until,
      message_id = case when mail.message_id = '' then mail.mail_id || '@' || :domain else mail.message_id end
  from chosen
  where mail.organization_id = chosen.organization_id and mail.mail_id = chosen.mail_id
  returning mail.*)
select organization_id, mail_id, event_sequence, template, recipient, language, subject, body, link, invoice_id,
       attaches_invoice, priority, state, attempts, due_at, message_id, last_error, created_at, sent_at
from claimed order by priority desc, due_at, mail_id

-- Consoles that show the outbox are told of what becomes of a mail.
-- name: mail_record_sent
with done as (
  update mail set state = 'sent', sent_at = :now, lease_until = null, last_error = ''
  from unnest(:organizations::uuid[], :mails::uuid[], :attempts::bigint[]) as row (organization_id, mail_id, attempts)
  where mail.organization_id = row.organization_id and mail.mail_id = row.mail_id and mail.attempts = row.attempts
    and mail.state = 'queued'
  returning mail.organization_id)
select pg_notify('tenantry_news', organization_id::text) from (select distinct organization_id from done) as told

-- name: mail_give_back
update mail set attempts = attempts - 1, lease_until = null
where organization_id = :organization and mail_id = :mail and attempts = :attempts and state = 'queued'

-- name: mail_record_failure
with done as (
  update mail set state = :state, due_at = :due_at, lease_until = null, last_error = :error
  where organization_id = :organization and mail_id = :mail and attempts = :attempts and state = 'queued'
  returning organization_id)
select pg_notify('tenantry_news', organization_id::text) from done

-- name: mail_suppress
insert into mail_suppression (organization_id, address, reason, created_at)
values (:organization, lower(:recipient), :reason, :now)
on conflict (organization_id, address) do nothing

-- What waits for the same address will not get there either.
-- name: mail_suppress_waiting
update mail set state = 'suppressed', last_error = :reason
where organization_id = :organization and lower(recipient) = lower(:recipient) and state = 'queued'
  and lease_until is null

-- Ids sort by the time they were made at: what was written last comes first.
-- name: mail_list
select * from mail_listed
order by mail_id desc
limit :limit

-- name: mail_list_in_state
select * from mail_listed
where state = :state
order by mail_id desc
limit :limit

-- name: mail_list_of_organization
select * from mail_listed
where organization_id = :organization and (:state::text is null or state = :state)
order by mail_id desc
limit :limit

-- name: mail_find
select * from mail_listed where mail_id = :mail

-- name: mail_cancel
with done as (
  update mail set state = 'cancelled'
  where organization_id = :organization and mail_id = :mail and state in ('queued', 'failed')
    and (lease_until is null or lease_until <= :now)
  returning organization_id)
select pg_notify('tenantry_news', organization_id::text) from done

-- Of a payment that was none.
-- name: mail_withdraw_receipts
with done as (
  update mail set state = 'cancelled'
  from event as e
  where mail.organization_id = :organization and mail.template = 'payment-receipt' and mail.state = 'queued'
    and (mail.lease_until is null or mail.lease_until <= :now)
    and e.organization_id = mail.organization_id and e.sequence = mail.event_sequence
    and e.type = 'payment.received' and e.payload ->> 'payment' = :payment::text
  returning mail.organization_id)
select pg_notify('tenantry_news', organization_id::text) from done

-- name: mail_retry
with done as (
  update mail set state = 'queued', attempts = 0, due_at = :now, last_error = ''
  where organization_id = :organization and mail_id = :mail and state <> 'sent'
    and (lease_until is null or lease_until <= :now)
  returning organization_id)
select pg_notify('tenantry_news', organization_id::text) from done

-- name: mail_suppression_lift
delete from mail_suppression where organization_id = :organization and address = lower(:recipient)

-- As it was before somebody cancelled it or sent it anew, unless it was tried or changed since.
-- name: mail_restore
with done as (
  update mail set state = :state, attempts = :attempts, due_at = :due_at, last_error = :error
  where organization_id = :organization and mail_id = :mail and lease_until is null
    and (state = 'cancelled' or (state = 'queued' and attempts = 0))
  returning organization_id)
select pg_notify('tenantry_news', organization_id::text) from done
