-- SPDX-License-Identifier: GPL-3.0-or-later
-- USE-3: for whom a higher plan was suggested in the running period, and who does not have it yet, needs attention.

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
  return query select a.organization_id, reached.reason
    from (select u.organization_id, u.period_from from usage_alert as u
          where u.threshold = 100 and u.raised_at >= failed_since order by u.raised_at desc limit most) as a
    join subscription as s on s.organization_id = a.organization_id and s.ended_at is null
      and s.period_from_at = a.period_from
    cross join lateral (
      select 'limit_reached' as reason
      union all
      select 'upgrade_suggested'
      from (select e.payload from event as e
            where e.organization_id = a.organization_id and e.type = 'usage.upgrade_suggested'
            order by e.sequence desc limit 1) as last
      where (last.payload ->> 'period_from')::timestamptz = a.period_from
        and last.payload ->> 'plan_version' <> s.plan_version_id::text) as reached;
  if has_table_privilege('payment_attempt', 'select') then
    return query select a.organization_id, 'payment_failed'
      from (select p.organization_id, p.invoice_id from payment_attempt as p
            where p.status = 'failed' and p.finished_at >= failed_since order by p.finished_at desc limit most) as a
      join invoice as i on i.organization_id = a.organization_id and i.invoice_id = a.invoice_id and i.status = 'open';
  end if;
end
$$;
call settle_ownership();
