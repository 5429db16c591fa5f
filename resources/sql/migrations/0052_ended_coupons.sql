-- SPDX-License-Identifier: GPL-3.0-or-later
-- A coupon that was redeemed may be ended before it took anything off (SUB-7).

alter table coupon_redemption
  drop constraint coupon_redemption_check,
  add constraint coupon_redemption_check check (to_index is null or to_index >= from_index);
comment on table coupon_redemption is
  'A coupon discounts the invoices of the periods [from_index, to_index); none where it was ended before the first';
call settle_ownership();
