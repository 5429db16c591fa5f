-- SPDX-License-Identifier: GPL-3.0-or-later
-- Subscriptions with the stretches of their life, discounts, and the movements of MRR they cause.

create table subscription (
  organization_id uuid not null references organization,
  subscription_id uuid not null,
  plan_id text not null,
  plan_version_id uuid not null references plan_version,
  status text not null check (status in ('trialing', 'active', 'past_due', 'suspended', 'paused', 'cancelled',
                                         'expired')),
  status_reason text not null default '',
  billing_interval text not null check (billing_interval in ('month', 'year')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  seats integer not null default 1 check (seats > 0),
  price_override bigint check (price_override >= 0),
  anchor_day date not null,
  anchor_time_us bigint not null default 0 check (anchor_time_us between 0 and 86399999999),
  period_index integer not null,
  period_from date not null,
  period_to date not null,
  period_from_at timestamptz not null,
  period_to_at timestamptz not null,
  trial_end date,
  trial_end_at timestamptz,
  trial_reminded boolean not null default false,
  auto_renew boolean not null default true,
  scheduled_action text not null default '' check (scheduled_action in ('', 'cancel', 'change_plan', 'change_seats')),
  scheduled jsonb,
  invoice_index integer,
  invoice_at timestamptz,
  due_at timestamptz,
  mrr_twelfths bigint not null default 0 check (mrr_twelfths >= 0),
  started_at timestamptz not null,
  ended_at timestamptz,
  revision bigint not null default 1,
  primary key (organization_id, subscription_id),
  check (period_from < period_to),
  check (period_from_at < period_to_at),
  check ((status in ('cancelled', 'expired')) = (ended_at is not null)),
  check (ended_at is null or mrr_twelfths = 0),
  check (ended_at is null or scheduled_action = '')
);
comment on column subscription.due_at is 'When the worker must look at it next: trial, boundary or invoice';
comment on column subscription.invoice_index is 'The boundary whose invoice comes next; null when none will come';
comment on column subscription.revision is 'Raised by every write; a bulk write names the one it has read';
-- SUB-9: at most one that has not ended.
create unique index subscription_live on subscription (organization_id) where ended_at is null;
create index subscription_due on subscription (due_at, organization_id) where ended_at is null;
create index subscription_due_by_organization on subscription (organization_id, due_at) where due_at is not null;

-- The life of a subscription in stretches that neither overlap nor, as doctor checks, leave a gap.
-- The condition of this exclusion, as of every other, holds for each row by a check; no query states it, so that none is
-- planned with its slow index where the primary key would do.
create table subscription_span (
  organization_id uuid not null,
  subscription_id uuid not null,
  span daterange not null check (not isempty(span) and lower_inc(span) and not upper_inc(span)),
  kind text not null check (kind in ('trial', 'service', 'pause', 'suspension')),
  primary key (organization_id, subscription_id, span),
  constraint subscription_span_subscription
    foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  constraint subscription_span_overlap
    exclude using gist (organization_id with =, subscription_id with =, span with &&) where (not isempty(span))
);

create table coupon_redemption (
  organization_id uuid not null,
  subscription_id uuid not null,
  position smallint not null check (position > 0),
  coupon_id text not null,
  definition jsonb not null,
  redeemed_at timestamptz not null,
  from_index integer not null,
  to_index integer,
  primary key (organization_id, subscription_id, position),
  constraint coupon_redemption_subscription
    foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  check (to_index is null or to_index > from_index)
);
comment on table coupon_redemption is 'A coupon discounts the invoices of the periods [from_index, to_index)';

create table coupon_counter (
  coupon_id text primary key,
  redeemed integer not null check (redeemed >= 0)
);
comment on table coupon_counter is 'How often a coupon was redeemed, over all organizations';

-- ANA-2: the sum of the movements is the MRR of any day.
create table mrr_movement (
  organization_id uuid not null,
  movement_id uuid not null,
  subscription_id uuid not null,
  kind text not null check (kind in ('new', 'expansion', 'contraction', 'churn', 'reactivation')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  delta_twelfths bigint not null check (delta_twelfths <> 0),
  occurred_at timestamptz not null,
  business_day date not null,
  primary key (organization_id, movement_id)
);
create index mrr_movement_by_day on mrr_movement (business_day, organization_id);

call audit('subscription', 'subscription');
call audit('coupon_redemption', 'coupon_redemption');

call protect('subscription', tenant => 'r', worker => 'riu', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('subscription_span', tenant => 'r', worker => 'riud', success => 'riud', finance => 'riud',
             support => 'r', manager => 'r', administrator => 'riud');
call protect('coupon_redemption', tenant => 'r', worker => 'riu', success => 'riu', finance => 'riu',
             support => 'r', manager => 'r', administrator => 'riu');
call protect('coupon_counter', tenant => '', worker => 'riu', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('mrr_movement', tenant => 'r', worker => 'ri', success => 'ri', finance => 'ri', support => 'r',
             manager => 'r', administrator => 'ri');
call settle_ownership();
