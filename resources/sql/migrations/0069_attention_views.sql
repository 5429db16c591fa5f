-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each reason for which somebody should look at an organization is a view `attention_<reason>`, granted to whoever may read
-- what it reads: a new reason is one view more. Its row counts where it happened since one moment (infinity: whenever it was)
-- and stands since before another (-infinity: however short).

create view attention_suspended with (security_invoker = true) as
  select organization_id, 'infinity'::timestamptz as happened_at, '-infinity'::timestamptz as stands_since
  from organization where status = 'suspended';

create view attention_past_due with (security_invoker = true) as
  select organization_id, 'infinity'::timestamptz as happened_at, '-infinity'::timestamptz as stands_since
  from subscription where status = 'past_due';

create view attention_left_out with (security_invoker = true) as
  select l.organization_id, 'infinity'::timestamptz as happened_at, '-infinity'::timestamptz as stands_since
  from billing_left_out as l
  join subscription as s on s.organization_id = l.organization_id and s.due_at <= l.left_out_at;

create view attention_stuck with (security_invoker = true) as
  select organization_id, 'infinity'::timestamptz as happened_at, created_at as stands_since
  from organization where status = 'onboarding';

create view attention_limit_reached with (security_invoker = true) as
  select u.organization_id, u.raised_at as happened_at, '-infinity'::timestamptz as stands_since
  from usage_alert as u
  join subscription as s on s.organization_id = u.organization_id and s.ended_at is null and s.period_from_at = u.period_from
  where u.threshold = 100;

-- USE-3: nobody is told of a higher plan while theirs ends, changes or stands still.
create view attention_upgrade_suggested with (security_invoker = true) as
  select u.organization_id, u.raised_at as happened_at, '-infinity'::timestamptz as stands_since
  from usage_alert as u
  join subscription as s on s.organization_id = u.organization_id and s.ended_at is null and s.period_from_at = u.period_from
  cross join lateral (select e.payload from event as e
                      where e.organization_id = u.organization_id and e.type = 'usage.upgrade_suggested'
                      order by e.sequence desc limit 1) as last
  where u.threshold = 100 and (last.payload ->> 'period_from')::timestamptz = u.period_from
    and last.payload ->> 'plan_version' <> s.plan_version_id::text
    and s.status in ('active', 'past_due', 'trialing') and s.auto_renew and s.scheduled_action <> 'cancel'
    and not coalesce(jsonb_exists_any(s.scheduled, array['plan_version_id', 'interval', 'currency', 'addon', 'addons']),
                     false);

create view attention_payment_failed with (security_invoker = true) as
  select p.organization_id, p.finished_at as happened_at, '-infinity'::timestamptz as stands_since
  from payment_attempt as p
  join invoice as i on i.organization_id = p.organization_id and i.invoice_id = p.invoice_id and i.status = 'open'
  where p.status = 'failed';

grant select on attention_suspended, attention_past_due, attention_left_out, attention_stuck, attention_limit_reached,
  attention_upgrade_suggested to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_support",
  "@prefix@_manager", "@prefix@_administrator";
grant select on attention_payment_failed to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_manager",
  "@prefix@_administrator";

-- Each with each of its reasons, of each reason at most so many, the latest of what happened.
create or replace function needing_attention(failed_since timestamptz, stuck_before timestamptz, most bigint)
  returns table (organization_id uuid, reason text)
  language plpgsql stable rows 50 as $$
declare
  one record;
begin
  for one in select c.oid::regclass as view, substr(c.relname::text, length('attention_') + 1) as reason
             from pg_class as c
             where c.relnamespace = 'tenantry'::regnamespace and c.relkind = 'v' and starts_with(c.relname::text, 'attention_')
               and has_table_privilege(c.oid, 'select')
             order by c.relname loop
    return query execute format('select organization_id, %L::text from %s where happened_at >= $1 and stands_since < $2
                                 order by happened_at desc limit $3', one.reason, one.view)
      using failed_since, stuck_before, most;
  end loop;
end
$$;
call settle_ownership();
