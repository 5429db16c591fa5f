-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has an add-on is found without a look at all who are subscribed: few have any.
create index subscription_with_addons on subscription (organization_id) where ended_at is null and items is not null;
