-- SPDX-License-Identifier: GPL-3.0-or-later
-- A customer number is found as it begins, however many organizations contain what was typed.

create index organization_by_customer_number on organization (lower(customer_number) text_pattern_ops, organization_id)
  where customer_number <> '';

call settle_ownership();
