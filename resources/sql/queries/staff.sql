-- SPDX-License-Identifier: GPL-3.0-or-later
-- Logins of people and daemons: roles of the server that are members of the installation's groups.

-- Who migrates makes the groups and is their member for that: no staff.
-- name: staff_logins
select r.rolname::text, coalesce(g.names, ''), r.rolcanlogin,
       (select count(*) from pg_stat_activity as s where s.usesysid = r.oid)
from pg_roles as r
left join lateral (
  select string_agg(wanted.name, ' ' order by wanted.position) as names
  from unnest(:groups::text[]) with ordinality as wanted (name, position)
  join pg_roles as held on held.rolname = :prefix::text || '_' || wanted.name
  join pg_auth_members as m on m.roleid = held.oid and m.member = r.oid) as g on true
where (g.names is not null or shobj_description(r.oid, 'pg_authid') = :mark)
  and r.rolname <> all (select :prefix::text || '_' || name from unnest(:groups::text[]) as own (name))
  and not exists (select from pg_auth_members as m join pg_roles as owner on owner.oid = m.roleid
                  where m.member = r.oid and owner.rolname = :prefix::text || '_owner' and g.names is not null
                    and r.rolcreaterole)
order by r.rolname

-- Whether it is the superuser's, one's own, and whether it has no right of any kind.
-- name: staff_role
select r.rolname::text, r.rolsuper, r.rolname = session_user,
       not (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)
         and not exists (select from pg_auth_members as m where m.member = r.oid)
from pg_roles as r where r.rolname = :name

-- name: staff_memberships
select g.rolname::text, coalesce(by.rolname, '')::text
from pg_auth_members as m
join pg_roles as g on g.oid = m.roleid
join pg_roles as r on r.oid = m.member
left join pg_roles as by on by.oid = m.grantor
where r.rolname = :name
order by g.rolname

-- name: staff_audit
select audit_write(array['00000000-0000-0000-0000-000000000000'::uuid], 'staff', :operation, array[:before::json],
                   array[:after::json])

-- name: staff_may_cut
select pg_has_role(current_user, :name::name, 'usage'), current_user::text

-- It waits until they are gone.
-- name: staff_cut
select count(*) filter (where pg_terminate_backend(pid, 5000)) from pg_stat_activity where usename = :name
