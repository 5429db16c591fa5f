-- SPDX-License-Identifier: GPL-3.0-or-later
-- Usage events and what they sum to. Quantities are integers in the metric's smallest unit (10^-decimals).

create table usage_event (
  organization_id uuid not null,
  key text not null check (key <> ''),
  metric text not null,
  quantity bigint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  part_from timestamptz not null,
  dimensions jsonb,
  corrects text,
  primary key (organization_id, key)
);
comment on column usage_event.part_from is
  'The usage part the event counts in: where its own time falls; -infinity outside of any subscription';
create index usage_event_by_part on usage_event (organization_id, metric, part_from, occurred_at);

-- A stretch of one subscription under one plan version: opened with the subscription, cut by a change, rolled at
-- renewal, so that the parts neither overlap nor leave a gap (USE-2).
create table usage_part (
  organization_id uuid not null,
  part_from timestamptz not null,
  part_to timestamptz not null,
  subscription_id uuid not null,
  plan_version_id uuid not null references plan_version,
  period_from timestamptz not null,
  from_day date not null,
  to_day date not null,
  billable boolean not null,
  invoice_id uuid,
  primary key (organization_id, part_from),
  foreign key (organization_id, subscription_id) references subscription (organization_id, subscription_id),
  check (part_from < part_to),
  constraint usage_part_overlap
    exclude using gist (organization_id with =, tstzrange(part_from, part_to) with &&) where (part_from < part_to)
) with (fillfactor = 50);
-- Every part is updated once, when its invoice closes it, and many of a page in one run: in place (heap-only tuples),
-- the indexes are not touched again.
comment on column usage_part.period_from is 'The billing period the part belongs to: quotas and alerts count by it';
comment on column usage_part.invoice_id is 'Its closing invoice, also where that had nothing to bill';

create table usage_total (
  organization_id uuid not null,
  metric text not null,
  part_from timestamptz not null,
  quantity bigint not null,
  events bigint not null check (events >= 0),
  last_occurred_at timestamptz not null,
  last_recorded_at timestamptz not null,
  billed_quantity bigint not null default 0,
  billed_amount bigint not null default 0,
  primary key (organization_id, metric, part_from)
) with (fillfactor = 80);
-- No index but the key: a counted event then updates its total in place (heap-only tuples).
comment on table usage_total is 'What the events of a part aggregate to: sum, maximum, last value or distinct count';

create table usage_distinct (
  organization_id uuid not null,
  metric text not null,
  part_from timestamptz not null,
  value text not null,
  primary key (organization_id, metric, part_from, value)
);
comment on table usage_distinct is 'The values that a metric counting distinct ones has seen';

-- USE-3: each threshold once per metric and period.
create table usage_alert (
  organization_id uuid not null,
  metric text not null,
  period_from timestamptz not null,
  threshold smallint not null check (threshold in (80, 90, 100)),
  raised_at timestamptz not null,
  primary key (organization_id, metric, period_from, threshold)
);

call give_to_bulk('usage_event');
call give_to_bulk('usage_part');
call protect('usage_event', tenant => 'ri', worker => 'ri', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call protect('usage_part', tenant => 'r', worker => 'riu', success => 'riu', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');
call protect('usage_total', tenant => 'riu', worker => 'riu', success => 'r', finance => 'ru', support => 'r',
             manager => 'r', administrator => 'ru');
call protect('usage_distinct', tenant => 'rid', worker => 'rid', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call protect('usage_alert', tenant => 'ri', worker => 'ri', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call settle_ownership();
