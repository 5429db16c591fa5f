-- SPDX-License-Identifier: GPL-3.0-or-later
-- Usage events are looked at one by one, and finance corrects them.

-- What corrects an event; corrections are few, and nothing else is in it.
create index usage_event_corrections on usage_event (organization_id, corrects) where corrects is not null;

-- Staff count nothing: what they add takes away from an event that was counted. The rest are the rows that follow from it.
grant insert on usage_event, usage_late, usage_total to "@prefix@_finance", "@prefix@_administrator";
grant delete on usage_distinct to "@prefix@_finance", "@prefix@_administrator";
alter policy finance on usage_event with check (corrects is not null and quantity < 0);
alter policy administrator on usage_event with check (corrects is not null and quantity < 0);
alter policy finance on usage_late with check (quantity < 0);
alter policy administrator on usage_late with check (quantity < 0);
call settle_ownership();
