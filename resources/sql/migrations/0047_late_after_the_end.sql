-- SPDX-License-Identifier: GPL-3.0-or-later
-- What comes late to a subscription that has ended is billed by one more invoice of it.

comment on column subscription.invoice_index is
  'The boundary whose invoice comes next; after the last one the number of what bills late usage, if any comes';
comment on column subscription.invoice_at is 'When that is to be issued; null when none is to come';

-- What waited for an invoice until now gets it after a day, in which it can be looked at. What a void invoice opened
-- again was to be charged by hand, and is left alone.
update subscription as s set invoice_index = s.period_index + 2, invoice_at = now() + interval '1 day',
  due_at = now() + interval '1 day', revision = s.revision + 1
where s.ended_at is not null and s.invoice_at is null
  and exists (
    select from usage_part as p
    join usage_total as t on t.organization_id = p.organization_id and t.part_from = p.part_from
    where p.organization_id = s.organization_id and p.subscription_id = s.subscription_id and p.billable
      and p.invoice_id is not null and t.quantity <> t.billed_quantity);
