-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists of subscriptions over all organizations: by status in the order of their renewal, and those that wait to change.

create index subscription_by_status on subscription (status, period_to_at, organization_id, subscription_id);
create index subscription_scheduled on subscription (period_to_at, organization_id, subscription_id)
  where scheduled_action <> '';
