-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lists of mails and of contradictions show is said once, and the outbox is narrowed and searched through indexes.

-- A mail as programs read it, then whose it is, for whoever may read both. A column more goes to the end: statements read
-- all of them, in this order.
create view mail_listed with (security_invoker = true) as
  select m.organization_id, m.mail_id, m.event_sequence, m.template, m.recipient, m.language, m.subject, m.body, m.link,
         m.invoice_id, m.attaches_invoice, m.priority, m.state, m.attempts, m.due_at, m.message_id, m.last_error,
         m.created_at, m.sent_at, o.name
  from mail as m
  join organization as o on o.organization_id = m.organization_id;

-- What a provider says and cannot be, and waits for a person, of attempts, refunds and pages for payment methods. A page
-- that is open beside one of its organization's is what counts.
create view contradicted with (security_invoker = true) as
  select c.organization_id, c.kind, c.id, o.name, coalesce(i.number, '') as number, c.amount, c.currency, c.code,
         c.reference, c.since,
         c.kind = 'setup' and exists (select from method_setup as m
                                      where m.organization_id = c.organization_id and m.state = 'open') as is_superseded,
         o.name_normalized
  from (
    select organization_id, 'attempt' as kind, payment_attempt_id as id, invoice_id, amount, currency,
           decline_code as code, provider_reference as reference, contradicted_at as since
    from payment_attempt where status in ('pending', 'unknown') and contradicted_at is not null
    union all
    select organization_id, 'refund', refund_id, invoice_id, amount, currency, decline_code, provider_reference,
           contradicted_at
    from refund where status in ('pending', 'unknown') and contradicted_at is not null
    union all
    select organization_id, 'setup', setup_id, null, 0, '', decline_code, session_reference, finished_at
    from method_setup where state = 'contradicted') as c
  join organization as o on o.organization_id = c.organization_id
  left join invoice as i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id;

-- Every list of mails is in the order of their ids, whatever narrows it; two narrowings meet in the index of that which
-- has fewer. What is searched is an expression as for members: a stored column would stand twice in each mail.
create index mail_by_state on mail (state, mail_id);
create index mail_by_template on mail (template, mail_id);
create index mail_search on mail using gin (lower(recipient || ' ' || subject) gin_trgm_ops);
drop index mail_latest;
drop index mail_latest_by_state;

grant select on mail_listed to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_support",
  "@prefix@_manager", "@prefix@_administrator";
grant select on contradicted to "@prefix@_tenant", "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_manager", "@prefix@_administrator";
call settle_ownership();
