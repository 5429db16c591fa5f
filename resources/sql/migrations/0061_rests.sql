-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who pays or goes on after standing still comes back within a period, and is charged its rest: by the second also where
-- that is on the period's first day.

alter table subscription add column rest_index integer;
comment on column subscription.rest_index is
  'The index of the period that began when it came back from standing still, within the anchored one; null: of none';
call settle_ownership();
