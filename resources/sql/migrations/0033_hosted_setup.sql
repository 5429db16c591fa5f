-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: payment methods that customers enter at the provider's own page, and the page that they come back to.

alter table payment_method add column expires_on date;
comment on column payment_method.expires_on is 'The last day a card is good for; none where the provider says none';

alter table customer_link drop constraint customer_link_purpose_check;
alter table customer_link add constraint customer_link_purpose_check
  check (purpose in ('invoice', 'account', 'return'));

create table method_setup (
  organization_id uuid not null references organization,
  setup_id uuid not null,
  provider text not null check (provider in ('stripe')),
  session_reference text not null default '',
  state text not null default 'open' check (state in ('open', 'done', 'expired', 'contradicted')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, setup_id),
  check ((state = 'open') = (finished_at is null)),
  check (expires_at > created_at)
);
comment on table method_setup is 'A customer was led to the provider''s page to enter a payment method; what came of it is asked for until it is known';
comment on column method_setup.session_reference is 'What the provider knows the page by; empty: its answer has not been written';
create unique index method_setup_open on method_setup (organization_id, provider) where state = 'open';
create index method_setup_latest on method_setup (organization_id, created_at desc, setup_id desc);

call audit('method_setup', 'method_setup');
call protect('method_setup', tenant => 'r', worker => 'riu', success => '', finance => 'r', support => '',
             manager => '', administrator => 'r');
call settle_ownership();
