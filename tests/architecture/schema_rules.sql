-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules of the schema. Each selects the objects that break it, as (name). Before the first rule: what all use; the
-- test has filled declared_global(name) from global_tables.txt.

create temp view house_table as
  select c.oid, c.relname::text as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relacl, a.attnum
  from pg_class c
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  where c.relnamespace = 'tenantry'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition;
create temp view tenant_table as
  select * from house_table where name not in (select name from declared_global);
create temp view table_kind as
  select t.oid, t.name,
         case when t.name not in (select name from declared_global) then 'tenant'
              when obj_description(t.oid, 'pg_class') like '%@reference%' then 'reference'
              else 'local' end as kind
  from house_table t;
create temp view table_grant as
  select t.oid, t.name, g.grantee, g.privilege_type
  from house_table t, aclexplode(t.relacl) g
  where g.grantee <> t.relowner;

-- rule: R0 a table without organization_id is not declared in global_tables.txt
select name from house_table where attnum is null and name not in (select name from declared_global)

-- rule: R0 global_tables.txt declares a table that does not exist
select name from declared_global where name not in (select name from house_table)

-- rule: R1 organization_id is not a uuid that is never null
select t.name from tenant_table t
left join pg_attribute a on a.attrelid = t.oid and a.attnum = t.attnum
where a.atttypid is distinct from 'uuid'::regtype or not a.attnotnull

-- rule: R2 a table has no primary key
select t.name from house_table t
where not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')

-- rule: R3 a unique index or primary key does not begin with organization_id
select i.indexrelid::regclass::text from pg_index i join tenant_table t on t.oid = i.indrelid
where i.indisunique and i.indkey[0] <> t.attnum

-- rule: R4 an exclusion constraint does not hold organization_id with =
select c.conname from pg_constraint c join tenant_table t on t.oid = c.conrelid
where c.contype = 'x'
  and not exists (select from generate_subscripts(c.conkey, 1) s join pg_operator op on op.oid = c.conexclop[s]
                  where c.conkey[s] = t.attnum and op.oprname = '=')

-- rule: R4 an exclusion constraint could serve reading, which its index does several times slower than a key: give it a condition that holds for each row
select c.conname from pg_constraint c join tenant_table t on t.oid = c.conrelid join pg_index i on i.indexrelid = c.conindid
where c.contype = 'x' and i.indpred is null

-- rule: R5 a foreign key between tenant tables does not pair organization_id with organization_id
select c.conname from pg_constraint c
join tenant_table t on t.oid = c.conrelid join tenant_table f on f.oid = c.confrelid
where c.contype = 'f'
  and not exists (select from generate_subscripts(c.conkey, 1) s
                  where c.conkey[s] = t.attnum and c.confkey[s] = f.attnum)

-- rule: R6 a foreign key with organization_id sets null or default
select c.conname from pg_constraint c join tenant_table t on t.oid = c.conrelid
where c.contype = 'f' and (c.confdeltype in ('n', 'd') or c.confupdtype in ('n', 'd')) and t.attnum = any (c.conkey)

-- rule: R7 a tenant table refers to a global table whose comment does not say @reference
select c.conname from pg_constraint c
join table_kind a on a.oid = c.conrelid join table_kind b on b.oid = c.confrelid
where c.contype = 'f' and a.kind = 'tenant' and b.kind = 'local'

-- rule: R8 a global table refers to a tenant table
select c.conname from pg_constraint c
join table_kind a on a.oid = c.conrelid join table_kind b on b.oid = c.confrelid
where c.contype = 'f' and a.kind <> 'tenant' and b.kind = 'tenant'

-- rule: R9 a policy has a sub-select
select p.polname || ' on ' || t.name from pg_policy p join house_table t on t.oid = p.polrelid
where concat(p.polqual::text, p.polwithcheck::text) ~ '\{SUBLINK'

-- rule: R10 row-level security is off
select name from house_table where not relrowsecurity

-- rule: R10 the owner of a table can log in (its policies would not hold for it)
select t.name from house_table t join pg_roles r on r.oid = t.relowner where r.rolcanlogin

-- rule: R11 an identity or serial column is not a bigint
select t.name || '.' || a.attname
from house_table t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
where (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%') and a.atttypid <> 'int8'::regtype

-- rule: R12 a reference table has a trigger
select g.tgname || ' on ' || k.name from pg_trigger g join table_kind k on k.oid = g.tgrelid
where k.kind = 'reference' and not g.tgisinternal

-- rule: R13 a trigger function reads its table's name, notifies, or writes straight from a transition table
select distinct p.proname from pg_proc p
join pg_trigger g on g.tgfoid = p.oid and not g.tgisinternal
join tenant_table t on t.oid = g.tgrelid
where p.prosrc ~* '\mtg_table_name\M|\mtg_relid\M|\mtg_relname\M|\mnotify\M|\mpg_notify\M'
   or p.prosrc ~* 'insert[^;]*select[^;]*from\s+(new_rows|old_rows)\M'

-- rule: R14 a name is longer than 52 bytes
select conname from pg_constraint where connamespace = 'tenantry'::regnamespace and octet_length(conname) > 52
union all
select relname from pg_class where relnamespace = 'tenantry'::regnamespace and octet_length(relname) > 52

-- rule: R15 a table has a rule
select r.rulename || ' on ' || t.name from pg_rewrite r join house_table t on t.oid = r.ev_class

-- rule: R16 a column's default comes from the transaction's id
select t.name || '.' || a.attname
from house_table t join pg_attrdef d on d.adrelid = t.oid
join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
where pg_get_expr(d.adbin, d.adrelid) ~ 'pg_current_xact_id|txid_current|pg_current_snapshot'

-- rule: R17 a role has a grant but not exactly one policy of its own
select distinct g.name || ' for ' || pg_get_userbyid(g.grantee) from table_grant g
where (select count(*) from pg_policy p where p.polrelid = g.oid and g.grantee = any (p.polroles)) <> 1

-- rule: R18 something is granted or opened to everybody
select name from table_grant where grantee = 0
union all
select p.polname || ' on ' || t.name from pg_policy p join house_table t on t.oid = p.polrelid
where 0 = any (p.polroles)

-- rule: R19 a tenant's policy is anything but organization_id = current_organization()
select t.name from pg_policy p join tenant_table t on t.oid = p.polrelid
join pg_roles r on r.oid = any (p.polroles) and r.rolname like '%\_tenant'
where regexp_replace(pg_get_expr(p.polqual, p.polrelid), 'tenantry\.', '')
        is distinct from '(organization_id = current_organization())'
   or p.polwithcheck is not null and regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), 'tenantry\.', '')
        <> '(organization_id = current_organization())'

-- rule: R20 a security-definer function leaves its search_path open
select p.proname from pg_proc p
where p.pronamespace = 'tenantry'::regnamespace and p.prosecdef
  and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')

-- rule: R21 a tenant table is granted column by column, where docs/rights.md would not show it
select distinct t.name || '.' || a.attname from tenant_table t
join pg_attribute a on a.attrelid = t.oid and a.attacl is not null

-- rule: R22 a group may create roles, databases, or step around row-level security
select rolname from pg_roles
where starts_with(rolname, (select role_prefix || '_' from tenantry.installation))
  and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)

-- rule: R23 a view reads with the rights of its owner, not of whoever asks
select relname::text from pg_class
where relnamespace = 'tenantry'::regnamespace and relkind = 'v'
  and not coalesce('security_invoker=true' = any (reloptions), false)

-- rule: R24 somebody but the owner may truncate (which no policy sees), refer to a table or put triggers on it
select c.relname || ' for ' || g.grantee::regrole from pg_class c, aclexplode(c.relacl) g
where c.relnamespace = 'tenantry'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and g.grantee <> c.relowner and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
union all
select c.relname || '.' || a.attname || ' for ' || g.grantee::regrole
from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
where c.relnamespace = 'tenantry'::regnamespace and g.grantee <> c.relowner
  and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE')

-- rule: R25 what runs with the rights of its owner may be called by everybody
select p.proname from pg_proc p
where p.pronamespace = 'tenantry'::regnamespace and p.prosecdef
  and (p.proacl is null or exists (select from aclexplode(p.proacl) g where g.grantee = 0))
