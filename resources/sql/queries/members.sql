-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people of organizations. An assignment is live until it is ended or expires.

-- name: team_find
select team_id, name, allowed_roles, default_role from team
where organization_id = :organization
  and case when :team::uuid is null then parent_id is null else team_id = :team::uuid end

-- name: team_list
select team_id, name, parent_id is null, default_role from team
where organization_id = :organization
order by parent_id is null desc, name, team_id

-- name: member_standing
select member.member_id, coalesce(bool_or(live.team_id = :team), false), count(live.team_id) > 0
from member
left join assignment as live
  on live.organization_id = member.organization_id and live.member_id = member.member_id
     and live.ended_at is null and (live.expires_at is null or live.expires_at > :now)
where member.organization_id = :organization and member.email_normalized = :email and member.active
group by member.member_id

-- name: member_seats
select count(distinct member_id) from assignment
where organization_id = :organization and ended_at is null and (expires_at is null or expires_at > :now)

-- name: member_add
insert into member (organization_id, member_id, email, given_name, family_name, created_at)
values (:organization, :member, :email, :given_name, :family_name, :now)

-- name: assignment_end_expired
update assignment set ended_at = expires_at
where organization_id = :organization and team_id = :team and member_id = :member
  and ended_at is null and expires_at <= :now

-- name: assignment_add
insert into assignment (organization_id, assignment_id, team_id, member_id, role, permissions, assigned_by,
                        assigned_at, expires_at)
values (:organization, :assignment, :team, :member, :role, :permissions::text[], :actor, :now, :expires_at)

-- name: assignment_end
update assignment set ended_at = :now
from member
where assignment.organization_id = :organization and assignment.team_id = :team and assignment.ended_at is null
  and (assignment.expires_at is null or assignment.expires_at > :now)
  and member.organization_id = assignment.organization_id and member.member_id = assignment.member_id
  and member.email_normalized = :email and member.active
returning assignment.member_id, assignment.role

-- Lists of them put the roles of one organization in any order anew for each page: those of the largest are few enough
-- that no index would be read faster. The cursor (:value, :id) is the last row before the page.

-- name: members_listed
select id, member_id, team_id, team, email, given_name, family_name, role, permissions, assigned_at, expires_at, value
from (
  select live.assignment_id as id, member.member_id, team.team_id, team.name as team, member.email, member.given_name,
         member.family_name, live.role, live.permissions, live.assigned_at, live.expires_at,
         array[case :sort
                 when 'person' then lower(coalesce(nullif(trim(member.given_name || ' ' || member.family_name), ''), member.email))
                 when 'team' then case when team.parent_id is null then '0' else '1' end
                 when 'role' then live.role
                 when 'since' then to_char(live.assigned_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
                 else coalesce(to_char(live.expires_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), 'never')
               end,
               case :sort when 'team' then team.name else '' end,
               member.email_normalized] as value
  from assignment as live
  join member on member.organization_id = live.organization_id and member.member_id = live.member_id
  join team on team.organization_id = live.organization_id and team.team_id = live.team_id
  where live.organization_id = :organization and live.ended_at is null
    and (live.expires_at is null or live.expires_at > :now)
    and (:role = '' or live.role = :role)
    and position(lower(:search) in lower(member.given_name || ' ' || member.family_name || E'\n' || member.email || E'\n'
                                         || team.name)) > 0) as one
where :id::uuid is null or case when :ascending then (value, id) > (:value::text[], :id::uuid)
                                else (value, id) < (:value::text[], :id::uuid) end
order by case when :ascending then value end, case when :ascending then id end, value desc, id desc
limit :count

-- name: members_counted
select count(*) from (
  select from assignment as live
  join member on member.organization_id = live.organization_id and member.member_id = live.member_id
  join team on team.organization_id = live.organization_id and team.team_id = live.team_id
  where live.organization_id = :organization and live.ended_at is null
    and (live.expires_at is null or live.expires_at > :now)
    and (:role = '' or live.role = :role)
    and position(lower(:search) in lower(member.given_name || ' ' || member.family_name || E'\n' || member.email || E'\n'
                                         || team.name)) > 0
  limit :most) as one
