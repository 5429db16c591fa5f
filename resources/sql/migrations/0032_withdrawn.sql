-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-4: an attempt that its provider never saw ends where it is no longer due, and what a provider contradicts is
-- marked until a person has ended it.

alter table payment_attempt drop constraint payment_attempt_status_check;
alter table payment_attempt add constraint payment_attempt_status_check
  check (status in ('pending', 'unknown', 'succeeded', 'failed', 'refunded', 'withdrawn'));
comment on column payment_attempt.status is
  'withdrawn: the provider never charged for it, and is not asked to any more; no failure of the customer''s';

alter table payment_attempt add column contradicted_at timestamptz;
alter table refund add column contradicted_at timestamptz;
comment on column payment_attempt.contradicted_at is
  'Since when books and provider contradict each other: nobody asks again by itself, a person ends it';
comment on column refund.contradicted_at is
  'Since when books and provider contradict each other: nobody asks again by itself, a person ends it';
update payment_attempt set contradicted_at = created_at
where status = 'unknown' and decline_code not in ('', 'authentication_required');
update refund set contradicted_at = created_at where status = 'unknown' and decline_code <> '';

create index provider_event_waiting on provider_event (received_at) where state = 'waiting';
