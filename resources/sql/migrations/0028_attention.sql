-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which organizations somebody should look at, and why.

create index usage_alert_reached on usage_alert (raised_at, organization_id) where threshold = 100;

-- Each with each of its reasons: suspended, a subscription that is past due, a charge that failed for an invoice that is
-- still open, a limit reached in the running period, and an onboarding that goes on for long. Of each reason at most so
-- many. Whoever may not read attempts to charge hears nothing of them.
create function needing_attention(failed_since timestamptz, stuck_before timestamptz, most bigint)
  returns table (organization_id uuid, reason text)
  language plpgsql stable rows 50 as $$
begin
  return query select o.organization_id, 'suspended' from organization as o where o.status = 'suspended' limit most;
  return query select s.organization_id, 'past_due' from subscription as s where s.status = 'past_due' limit most;
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
