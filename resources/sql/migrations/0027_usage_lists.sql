-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came late, and how much came when.

-- Events that were recorded when their part was over already; history that is imported is none of them. Whether the closing
-- invoice was there by then, its own time says.
create table usage_late (
  organization_id uuid not null,
  key text not null,
  metric text not null,
  quantity bigint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  part_from timestamptz not null,
  ended_at timestamptz not null check (ended_at <= recorded_at),
  primary key (organization_id, key)
);
comment on column usage_late.ended_at is 'The end of the part it counts in';
create index usage_late_by_recording on usage_late (recorded_at, organization_id, key);

-- Events come in the order in which they are recorded: a few blocks of the table are one hour. An index over each of them
-- would cost counting what it is worth here.
create index usage_event_recorded on usage_event using brin (recorded_at) with (pages_per_range = 32);

call protect('usage_late', tenant => 'ri', worker => 'ri', success => 'r', finance => 'r', support => 'r', manager => 'r',
             administrator => 'r');
create trigger append_only before update or delete on usage_late
  for each statement execute function append_only('usage_late');
call settle_ownership();
