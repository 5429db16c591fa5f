-- SPDX-License-Identifier: GPL-3.0-or-later
-- SUB-9: what a subscription has beside its plan, a list of add-ons as they were sold, with how many of each. They are a part
-- of its row, as the contract's limits are: read, written, guarded and audited with it.
alter table subscription add column items jsonb
  check (jsonb_typeof(items) = 'array' and items <> '[]'
         and not jsonb_path_exists(items, '$[*] ? (!exists(@.addon.id) || !(@.quantity >= 1))'));
comment on column subscription.items is 'Add-ons as they were sold, and how many of each; null: none';

alter table subscription drop constraint subscription_scheduled_action_check,
  add constraint subscription_scheduled_action_check
    check (scheduled_action in ('', 'cancel', 'change_plan', 'change_seats', 'change_addon', 'change_price',
                                'change_currency'));

alter table invoice_line drop constraint invoice_line_kind_check,
  add constraint invoice_line_kind_check
    check (kind in ('plan', 'seat', 'addon', 'proration_credit', 'proration_charge', 'usage', 'one_off', 'discount',
                    'tax'));
call settle_ownership();
