-- SPDX-License-Identifier: GPL-3.0-or-later
-- The currency of a customer changes with the next period of the subscription (ORG-1).

alter table subscription
  drop constraint subscription_scheduled_action_check,
  add constraint subscription_scheduled_action_check
    check (scheduled_action in ('', 'cancel', 'change_plan', 'change_seats', 'change_price', 'change_currency'));

alter table usage_part add column currency text check (currency ~ '^[A-Z]{3}$');
comment on column usage_part.currency is
  'That it is charged in, of one whose subscription has had another since; null: the subscription''s';

-- What runs is billed in one currency; what was billed stays in its own.
create or replace function organization_keeps_its_currency() returns trigger
  language plpgsql as $$
begin
  if exists (select from subscription
             where organization_id = old.organization_id and ended_at is null and currency <> new.currency) then
    perform tenantry.refuse('organization.currency_fixed',
                            format('The currency of “%s” changes with its subscription, at the end of a period.',
                                   old.name));
  end if;
  return new;
end
$$;
call settle_ownership();
