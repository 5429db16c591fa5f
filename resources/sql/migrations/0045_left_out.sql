-- SPDX-License-Identifier: GPL-3.0-or-later
-- One customer that cannot be billed stops no other: a run leaves it out, and says whom and why.

create table billing_left_out (
  organization_id uuid primary key references organization,
  code text not null,
  sentence text not null,
  left_out_at timestamptz not null
);
comment on table billing_left_out is 'Whom a billing run could not bill, and why';
comment on column billing_left_out.left_out_at is
  'The first run that said so; it holds as long as a subscription is due since before';

call audit('billing_left_out', 'billing_left_out');
call protect('billing_left_out', tenant => '', worker => 'riu', success => 'r', finance => 'riu', support => 'r',
             manager => 'r', administrator => 'riu');

-- What a run takes from a balance was planned a chunk ahead: where it fell meanwhile it is planned again.
create or replace function balance_moves() returns trigger
  language plpgsql security definer set search_path = tenantry, pg_temp as $$
begin
  update customer_balance set amount = amount + new.amount
  where organization_id = new.organization_id and currency = new.currency and amount + new.amount >= 0;
  if not found then
    if new.amount < 0 and exists (select from customer_balance as b
                                  where b.organization_id = new.organization_id and b.currency = new.currency) then
      perform refuse('store.conflict', 'The balance was used at the same moment.');
    end if;
    insert into customer_balance (organization_id, currency, amount)
    values (new.organization_id, new.currency, new.amount);
  end if;
  return null;
end
$$;

create or replace function needing_attention(failed_since timestamptz, stuck_before timestamptz, most bigint)
  returns table (organization_id uuid, reason text)
  language plpgsql stable rows 50 as $$
begin
  return query select o.organization_id, 'suspended' from organization as o where o.status = 'suspended' limit most;
  return query select s.organization_id, 'past_due' from subscription as s where s.status = 'past_due' limit most;
  if has_table_privilege('billing_left_out', 'select') then
    return query select l.organization_id, 'left_out' from billing_left_out as l
      join subscription as s on s.organization_id = l.organization_id and s.due_at <= l.left_out_at limit most;
  end if;
  return query select o.organization_id, 'stuck' from organization as o
    where o.status = 'onboarding' and o.created_at < stuck_before limit most;
  return query select a.organization_id, 'limit_reached'
    from (select u.organization_id, u.period_from from usage_alert as u
          where u.threshold = 100 and u.raised_at >= failed_since order by u.raised_at desc limit most) as a
    join subscription as s on s.organization_id = a.organization_id and s.ended_at is null
      and s.period_from_at = a.period_from;
  if has_table_privilege('payment_attempt', 'select') then
    return query select a.organization_id, 'payment_failed'
      from (select p.organization_id, p.invoice_id from payment_attempt as p
            where p.status = 'failed' and p.finished_at >= failed_since order by p.finished_at desc limit most) as a
      join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id and i.status = 'open';
  end if;
end
$$;
call settle_ownership();
