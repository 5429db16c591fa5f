-- SPDX-License-Identifier: GPL-3.0-or-later
-- AUTO-3: the outbox of mails, and the addresses that take none.

create table mail (
  organization_id uuid not null references organization,
  mail_id uuid not null,
  event_sequence bigint not null check (event_sequence > 0),
  template text not null check (template <> ''),
  recipient text not null check (recipient ~ '^[^[:space:]<>]+@[^[:space:]<>]+$'),
  language text not null,
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
  body text not null,
  link text not null check (link in ('invoice', 'account')),
  invoice_id uuid,
  attaches_invoice boolean not null default false,
  priority integer not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'cancelled', 'suppressed')),
  attempts integer not null default 0 check (attempts >= 0),
  due_at timestamptz not null,
  lease_until timestamptz,
  message_id text not null default '',
  last_error text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, mail_id),
  constraint mail_invoice foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id),
  check (link <> 'invoice' or invoice_id is not null),
  check (not attaches_invoice or invoice_id is not null),
  check ((state = 'sent') = (sent_at is not null))
);
comment on table mail is 'What was, and is to be, sent to customers';
comment on column mail.body is 'As it was rendered, but for {link}: that is a secret, and made when the mail is sent';
comment on column mail.lease_until is 'Until then a worker is sending it';
-- An event that is read twice makes one mail.
create unique index mail_of_event on mail (organization_id, event_sequence, template, recipient);
create index mail_due on mail (priority desc, due_at, mail_id) where state = 'queued';
create index mail_by_id on mail (mail_id, organization_id);
create index mail_latest on mail (created_at desc, organization_id, mail_id);
create index mail_latest_by_state on mail (state, created_at desc, organization_id, mail_id);

create table mail_suppression (
  organization_id uuid not null references organization,
  address text not null check (address <> ''),
  reason text not null,
  created_at timestamptz not null,
  primary key (organization_id, address)
);
comment on table mail_suppression is 'Addresses of which the server said that nobody is there';

call audit('mail_suppression', 'mail_suppression');
call protect('mail', tenant => '', worker => 'riu', success => 'ru', finance => 'ru', support => 'r', manager => 'r',
             administrator => 'ru');
call protect('mail_suppression', tenant => '', worker => 'rid', success => 'rd', finance => 'rd', support => 'r',
             manager => 'r', administrator => 'rd');
call settle_ownership();
