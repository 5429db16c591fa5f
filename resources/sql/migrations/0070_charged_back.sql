-- SPDX-License-Identifier: GPL-3.0-or-later
-- BILL-6: what a provider took back of a payment and is booked as a loss is no longer there to be refunded.

-- What a charge is in the books: as payment_of_charge reads it. In another currency, as a rate of exchange makes it, all of it.
create view charged_back with (security_invoker = true) as
  select p.organization_id, p.payment_id,
         least(p.amount, sum(case f.currency when p.currency then f.amount else p.amount end))::bigint as amount
  from provider_finding as f
  join payment as p on p.organization_id = f.organization_id
  left join payment_attempt as t
    on t.organization_id = p.organization_id and t.payment_attempt_id = p.payment_attempt_id
  where f.state = 'booked' and f.booked_as = 'loss'
    and case when p.payment_attempt_id is null then p.reference in (f.charge_reference, f.reference)
             else p.payment_attempt_id = f.payment_attempt_id and t.provider_reference = f.charge_reference end
  group by p.organization_id, p.payment_id, p.amount;
comment on view charged_back is 'What providers took back of payments and is booked as a loss';
grant select on charged_back to "@prefix@_tenant", "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_manager", "@prefix@_administrator";

-- One that was on its way when the provider took the money is a fact, and so only a new one is refused.
create or replace function refund_within() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
declare
  paid bigint;
  back bigint;
  kept bigint;
begin
  select amount into paid from payment_allocation
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
  for update;
  if exists (select from payment_reversal
             where organization_id = new.organization_id and payment_id = new.payment_id) then
    paid := 0;
  end if;
  select coalesce(sum(amount), 0) into back from refund
  where organization_id = new.organization_id and payment_id = new.payment_id and invoice_id = new.invoice_id
    and status <> 'failed';
  if back > paid then
    perform refuse('payment.refund_exceeds_paid',
                   format('%s would be given back of a payment of %s.', back, paid));
  end if;
  if tg_op = 'INSERT' then
    select p.amount - c.amount into kept from charged_back as c
    join payment as p on p.organization_id = c.organization_id and p.payment_id = c.payment_id
    where c.organization_id = new.organization_id and c.payment_id = new.payment_id;
    select coalesce(sum(amount), 0) into back from refund
    where organization_id = new.organization_id and payment_id = new.payment_id and status <> 'failed';
    if back > kept then
      perform refuse('payment.charged_back',
                     format('%s would be given back of a payment of which %s was left.', back, kept));
    end if;
  end if;
  return null;
end
$$;

call settle_ownership();
