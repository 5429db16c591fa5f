-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-6: a refund that was made at the provider and is booked as a loss is gone as what was charged back, but is called what it is.
-- And what was charged back was not received: the home finds the few losses without a look at all findings.

create index provider_finding_lost on provider_finding (organization_id) where state = 'booked' and booked_as = 'loss';

-- In another currency was booked before a person said how much of the payment it is: all of it.
create or replace view charged_back with (security_invoker = true) as
  select p.organization_id, p.payment_id,
         least(p.amount, sum(case f.currency when p.currency then f.amount else p.amount end))::bigint as amount,
         least(p.amount, coalesce(sum(case f.currency when p.currency then f.amount else p.amount end)
                                  filter (where f.kind = 'refunded_elsewhere'), 0))::bigint as refunded
  from provider_finding as f
  join payment as p on p.organization_id = f.organization_id
  left join payment_attempt as t
    on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
  where f.state = 'booked' and f.booked_as = 'loss'
    and case when p.payment_attempt_id is null then p.reference in (f.charge_reference, f.reference)
             else p.payment_attempt_id = f.payment_attempt_id and t.provider_reference = f.charge_reference end
  group by p.organization_id, p.payment_id, p.amount;
comment on view charged_back is
  'What went back of payments at providers and is booked as a loss, and what of it was refunded there';
