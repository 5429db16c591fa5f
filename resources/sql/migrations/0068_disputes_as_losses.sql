-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-6: what a provider took and nobody owes again, as a part of a charge, or one of which money went back already, is
-- a loss in the books.

alter table provider_finding drop constraint provider_finding_booked_as_check;
alter table provider_finding add constraint provider_finding_booked_as_check
  check (booked_as in ('', 'refund', 'payout', 'reopen', 'write_off', 'loss', 'balance', 'give_back'));
call settle_ownership();
