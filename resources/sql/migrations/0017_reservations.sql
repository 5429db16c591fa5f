-- SPDX-License-Identifier: GPL-3.0-or-later
-- USE-4: units of a limit that were promised and are not used yet. What is committed becomes a usage event of the same
-- key; what is released goes, and what has run out counts no more and goes with the organization's next reservation.

create table usage_reservation (
  organization_id uuid not null,
  key text not null check (key <> ''),
  metric text not null,
  quantity bigint not null check (quantity > 0),
  reserved_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > reserved_at),
  primary key (organization_id, key)
);
create index usage_reservation_expiry on usage_reservation (organization_id, expires_at);

-- One row to lower and raise, so that a decision does not add up thousands of reservations.
create table usage_hold (
  organization_id uuid not null,
  metric text not null,
  quantity bigint not null check (quantity >= 0),
  primary key (organization_id, metric)
) with (fillfactor = 50);
comment on table usage_hold is 'Σ quantity of the reservations, those included that have run out and were not removed yet';

call protect('usage_reservation', tenant => 'rid', worker => 'rid', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call protect('usage_hold', tenant => 'riu', worker => 'riu', success => 'r', finance => 'r', support => 'r',
             manager => 'r', administrator => 'r');
call settle_ownership();
