-- SPDX-License-Identifier: GPL-3.0-or-later
-- Balances are changed by hand by finance alone. Success moves them with what it changes of subscriptions and with what
-- it credits, and for no other cause, whatever program it uses; who is in both groups may.
alter policy success on balance_movement with check (cause <> 'adjustment');
