-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the figures of the console's home are read from, however large the book is.

-- Contracts that somebody decides about: by the year, or not renewed by themselves.
create index subscription_renewal on subscription (period_to_at, organization_id)
  where ended_at is null and (billing_interval = 'year' or not auto_renew or scheduled_action = 'cancel');

create index payment_received on payment (received_at) include (currency, amount);
create index payment_attempt_failed on payment_attempt (finished_at, organization_id) where status = 'failed';

-- The movements of MRR are summed from the index alone.
drop index mrr_movement_by_day;
create index mrr_movement_by_day on mrr_movement (business_day, organization_id)
  include (currency, kind, delta_twelfths);
call settle_ownership();
