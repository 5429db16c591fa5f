-- SPDX-License-Identifier: GPL-3.0-or-later
-- Searching organizations. Under row-level security LIKE may not run before a policy, even one that lets every row
-- through, and so reads no index: staff search through a function of the owner instead. Tenants may not.

create function organizations_matching(pattern text)
  returns table (organization_id uuid, name_normalized text, mrr_twelfths bigint, created_at timestamptz, status text,
                 plan_id text)
  language plpgsql stable security definer
  set search_path = tenantry, pg_temp
  set plan_cache_mode = force_custom_plan as $$
begin
  return query
    select o.organization_id, o.name_normalized, o.mrr_twelfths, o.created_at, o.status, o.plan_id
    from organization as o where o.search_text like pattern;
end
$$;
comment on function organizations_matching is
  'Organizations whose search text is like the pattern, planned for each pattern: short ones have no trigrams';

revoke execute on function organizations_matching from public;
grant execute on function organizations_matching to "@prefix@_worker", "@prefix@_success", "@prefix@_finance",
  "@prefix@_support", "@prefix@_manager", "@prefix@_administrator";

call settle_ownership();
