-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: payment methods at providers beyond the simulator, who pays there, and what they tell us by themselves.

alter table payment_method drop constraint payment_method_provider_check;
alter table payment_method add constraint payment_method_provider_check check (provider in ('simulator', 'stripe'));
alter table payment_method add column customer_reference text not null default '';
alter table payment_method add column agreed_at timestamptz;
update payment_method set agreed_at = created_at;
alter table payment_method alter column agreed_at set not null;
alter table payment_method add check (provider <> 'stripe' or customer_reference <> '');
comment on column payment_method.customer_reference is 'What the provider knows the payer by; empty where it needs none';
comment on column payment_method.agreed_at is 'When the customer agreed to it, at the provider: the latest word counts, not the latest news';

create table provider_customer (
  organization_id uuid not null references organization,
  provider text not null check (provider in ('stripe')),
  reference text not null check (reference <> ''),
  created_at timestamptz not null,
  primary key (organization_id, provider)
);
comment on table provider_customer is 'What a provider knows an organization by';

create table provider_event (
  provider text not null check (provider in ('stripe')),
  event_id text not null check (event_id <> ''),
  type text not null,
  object_id text not null,
  facts jsonb not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'ignored')),
  handled_at timestamptz,
  primary key (provider, event_id),
  check ((state = 'waiting') = (handled_at is null))
);
comment on table provider_event is 'What providers told us, each once, before we act on it; of any organization, or of none';
comment on column provider_event.facts is 'Ids and amounts; no personal data';
create index provider_event_latest on provider_event (received_at desc, provider, event_id);

call audit('provider_customer', 'provider_customer');
call protect('provider_customer', tenant => '', worker => 'ri', success => '', finance => 'r', support => '',
             manager => '', administrator => 'r');
call protect('provider_event', tenant => '', worker => 'riu', success => '', finance => 'r', support => '',
             manager => 'r', administrator => 'r');
call settle_ownership();
