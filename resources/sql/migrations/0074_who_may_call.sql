-- SPDX-License-Identifier: GPL-3.0-or-later
-- SEC-2: what runs with the rights of the owner is called by the triggers that need it, and by nobody else: whoever could call
-- it, or hang it on a table of their own, could write the audit trail of another organization, or learn its sums.

alter function invoice_sums() security definer set search_path = tenantry, pg_temp;
alter function invoice_sums_final() security definer set search_path = tenantry, pg_temp;
alter function ledger_open() security definer set search_path = tenantry, pg_temp;

do $$
declare
  called regprocedure;
begin
  for called in select oid from pg_proc where pronamespace = 'tenantry'::regnamespace and prosecdef loop
    execute format('revoke execute on function %s from public', called);
  end loop;
end
$$;

-- What a reader's queries ask: figures of the house, and a yes or no about a draft.
grant execute on function closed_through(), approval_above(text), approved_by_another(uuid, uuid, bigint)
  to "@prefix@_worker", "@prefix@_success", "@prefix@_finance", "@prefix@_support", "@prefix@_manager",
     "@prefix@_administrator";

-- Only who serves others says in whose name: a person acts in her own.
create function serves_others() returns boolean
  language sql stable
  return pg_has_role(session_user, '@prefix@_worker', 'member') or pg_has_role(session_user, '@prefix@_tenant', 'member');

create or replace function current_actor() returns text
  language sql stable
  return coalesce(case when tenantry.serves_others() then nullif(current_setting('app.actor', true), '') end,
                  session_user::text);

-- What no audit entry tells: who wrote an event, closed a month, accepted a gap between statements, recorded a rate.
do $$
declare
  signed constant text[] := array[['event', 'actor'], ['book_closing', 'actor'], ['bank_gap_accepted', 'accepted_by'],
                                  ['exchange_rate', 'recorded_by']];
  policy record;
begin
  for i in 1 .. array_length(signed, 1) loop
    for policy in select policyname as name from pg_policies
                  where schemaname = 'tenantry' and tablename = signed[i][1] and policyname not in ('tenant', 'worker') loop
      execute format('alter policy %I on tenantry.%I with check (%I = session_user::text or tenantry.serves_others())', policy.name, signed[i][1],
                     signed[i][2]);
    end loop;
  end loop;
end
$$;

call settle_ownership();
