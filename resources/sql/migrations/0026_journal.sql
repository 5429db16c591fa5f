-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal narrowed to an account. Four accounts stand in nearly every invoice or month-end, and are found where the days
-- are read; the others are rare, and would be looked for in a whole month. Billing runs write none of them but by balances.

create index ledger_entry_of_account on ledger_entry (account, business_day, organization_id)
  where account in ('cash', 'customer_balance', 'bad_debt', 'refunds');
