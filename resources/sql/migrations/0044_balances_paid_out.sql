-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a customer's balance is paid out by hand is finance's to say, as what it is adjusted by is.
alter policy success on balance_movement with check (cause not in ('adjustment', 'payout'));
