-- SPDX-License-Identifier: GPL-3.0-or-later
-- How invoices are paid: methods, attempts at a provider, money received and what it was applied to.

create table payment_method (
  organization_id uuid not null references organization,
  payment_method_id uuid not null,
  provider text not null check (provider in ('simulator')),
  label text not null,
  reference text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (organization_id, payment_method_id)
);
comment on column payment_method.reference is 'What the provider knows it by; the simulator reads its behaviour there';
create unique index payment_method_live on payment_method (organization_id) where removed_at is null;

create table payment_attempt (
  organization_id uuid not null,
  payment_attempt_id uuid not null,
  invoice_id uuid not null,
  attempt_no integer not null check (attempt_no > 0),
  payment_method_id uuid not null,
  idempotency_key text not null,
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('pending', 'unknown', 'succeeded', 'failed', 'refunded')),
  decline_code text not null default '',
  provider_reference text not null default '',
  inquiries integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, payment_attempt_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id),
  constraint payment_attempt_method
    foreign key (organization_id, payment_method_id) references payment_method (organization_id, payment_method_id),
  constraint payment_attempt_number unique (organization_id, invoice_id, attempt_no),
  constraint payment_attempt_key unique (organization_id, idempotency_key),
  check ((status in ('pending', 'unknown')) = (finished_at is null))
);
-- BILL-4: one live attempt at a time; what is unknown is asked for, never charged again.
create unique index payment_attempt_live on payment_attempt (organization_id, invoice_id)
  where status in ('pending', 'unknown');

create table payment (
  organization_id uuid not null references organization,
  payment_id uuid not null,
  source text not null check (source in ('attempt', 'transfer', 'imported')),
  payment_attempt_id uuid,
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reference text not null default '',
  received_at timestamptz not null,
  primary key (organization_id, payment_id)
);
create unique index payment_by_attempt on payment (organization_id, payment_attempt_id)
  where payment_attempt_id is not null;

create table payment_allocation (
  organization_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (organization_id, payment_id, invoice_id),
  foreign key (organization_id, payment_id) references payment (organization_id, payment_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, invoice_id)
);

-- The built-in provider's own books: what a real one keeps on its side of the wire. It is asked by key.
create table simulator_charge (
  idempotency_key text primary key,
  amount bigint not null,
  currency text not null,
  outcome text not null,
  decline_code text not null default '',
  charged_at timestamptz not null
);
comment on table simulator_charge is 'The simulated provider: not a tenant''s data, found by idempotency key only';

call audit('payment_method', 'payment_method');
call audit('payment_attempt', 'payment_attempt');
call audit('payment', 'payment');

call protect('payment_method', tenant => 'r', worker => 'riu', success => 'riu', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('payment_attempt', tenant => 'r', worker => 'riu', success => 'r', finance => 'riu', support => '',
             manager => 'r', administrator => 'riu');
call protect('payment', tenant => 'r', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('payment_allocation', tenant => 'r', worker => 'ri', success => 'r', finance => 'ri', support => '',
             manager => 'r', administrator => 'ri');
call protect('simulator_charge', tenant => '', worker => 'ri', success => '', finance => 'ri', support => '',
             manager => '', administrator => 'ri');
call settle_ownership();
