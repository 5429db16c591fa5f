-- SPDX-License-Identifier: GPL-3.0-or-later
-- The price of a contract changes while it runs, now or at the period's end (SUB-8).

alter table subscription
  drop constraint subscription_scheduled_action_check,
  add constraint subscription_scheduled_action_check
    check (scheduled_action in ('', 'cancel', 'change_plan', 'change_seats', 'change_price'));
call settle_ownership();
