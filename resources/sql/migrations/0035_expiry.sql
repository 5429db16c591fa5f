-- SPDX-License-Identifier: GPL-3.0-or-later
-- One that does not renew by itself is told before it ends, once a period.

alter table subscription add column expiry_told_for integer;
comment on column subscription.expiry_told_for is
  'The index of the period of whose end without renewal the customer was told; null: of none';

-- Those that were told not to renew before there was a reminder are looked at once: it says when they are due next.
update subscription set due_at = least(due_at, period_from_at)
where not auto_renew and ended_at is null and status <> 'trialing';
