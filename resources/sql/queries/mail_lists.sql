-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of the outbox, by the ids of mails, which are in the order of their making; one statement for each order and
-- filter. :beyond is the last mail before the page. Few of a state are read from the index of states, many along the ids.

-- name: mails_descending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.mail_id < :beyond
order by m.mail_id desc
limit :count

-- name: mails_of_state_descending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.state = :state and m.mail_id < :beyond
order by m.mail_id desc
limit :count

-- name: mails_of_template_descending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.template = :template and m.mail_id < :beyond
order by m.mail_id desc
limit :count

-- name: mails_of_state_and_template_descending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.state = :state and m.template = :template and m.mail_id < :beyond
order by m.mail_id desc
limit :count

-- name: mails_found_descending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where (lower(m.recipient || ' ' || m.subject) like :pattern
       or m.organization_id = any(array(select organization_id from organization where name_normalized like :pattern)))
  and (:state = '' or m.state = :state) and (:template = '' or m.template = :template)
  and m.mail_id < :beyond
order by m.mail_id desc
limit :count

-- name: mails_ascending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.mail_id > :beyond
order by m.mail_id
limit :count

-- name: mails_of_state_ascending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.state = :state and m.mail_id > :beyond
order by m.mail_id
limit :count

-- name: mails_of_template_ascending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.template = :template and m.mail_id > :beyond
order by m.mail_id
limit :count

-- name: mails_of_state_and_template_ascending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.state = :state and m.template = :template and m.mail_id > :beyond
order by m.mail_id
limit :count

-- name: mails_found_ascending
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where (lower(m.recipient || ' ' || m.subject) like :pattern
       or m.organization_id = any(array(select organization_id from organization where name_normalized like :pattern)))
  and (:state = '' or m.state = :state) and (:template = '' or m.template = :template)
  and m.mail_id > :beyond
order by m.mail_id
limit :count

-- name: mails_counted
select count(*) from (select from mail as m limit :most) as counted

-- name: mails_counted_of_state
select count(*) from (select from mail as m where m.state = :state limit :most) as counted

-- name: mails_counted_of_template
select count(*) from (select from mail as m where m.template = :template limit :most) as counted

-- name: mails_counted_of_state_and_template
select count(*) from (select from mail as m where m.state = :state and m.template = :template limit :most) as counted

-- name: mails_counted_found
select count(*) from (
  select from mail as m
  where (lower(m.recipient || ' ' || m.subject) like :pattern
       or m.organization_id = any(array(select organization_id from organization where name_normalized like :pattern)))
    and (:state = '' or m.state = :state) and (:template = '' or m.template = :template)
  limit :most) as counted

-- name: mails_of_ids
select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
       m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error, m.created_at,
       m.sent_at, o.name
from mail as m
join organization as o on o.organization_id = m.organization_id
where m.mail_id = any(:mails::uuid[])
