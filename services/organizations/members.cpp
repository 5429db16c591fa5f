// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/organizations/members.h"

#include "services/core/email_address.h"
#include "services/organizations/repository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::organizations {

namespace {

store::NewEvent memberEvent(const QString &type, const MemberId &member, const TeamId &team,
                            const QString &role) {
  return {type,
          {{"member", member.toString().toStdString()},
           {"team", team.toString().toStdString()},
           {"role", role.toStdString()}}};
}

} // namespace

Result<MemberId> MemberService::addMember(const NewMember &draft) {
  TENANTRY_TRY(address, EmailAddress::parse(draft.email));
  NewMember request = draft;
  request.email = address.toString();
  if (request.expiresAt && *request.expiresAt <= m_session.clock.now())
    return fail(u"team.expiry_past"_s, u"A role that expires must expire in the future."_s);
  return m_session.database.transaction([&]() -> Result<MemberId> {
    TENANTRY_CHECK(store::lockOrganization(m_session, request.organization));
    TENANTRY_TRY(into, team(request.organization, request.team));
    TENANTRY_TRY(person, known(request.organization, into.id, request.email));
    if (person.inTeam)
      return fail(u"team.already_member"_s,
                  u"%1 is already in the team “%2”."_s.arg(request.email, into.name));
    if (request.role.isEmpty())
      request.role = into.defaultRole;
    TENANTRY_CHECK(checkRole(into, request.role));
    if (!person.inAnyTeam)
      TENANTRY_CHECK(checkSeat(request.organization));
    TENANTRY_TRY(member, write(request, into, person));
    TENANTRY_CHECK(
        store::appendEvents(m_session, request.organization,
                            {memberEvent(u"team.member_added"_s, member, into.id, request.role)}));
    return member;
  });
}

Result<> MemberService::removeMember(const OrganizationId &organization,
                                     const std::optional<TeamId> &teamId, const QString &email) {
  TENANTRY_TRY(address, EmailAddress::parse(email));
  return m_session.database.transaction([&]() -> Result<> {
    TENANTRY_CHECK(store::lockOrganization(m_session, organization));
    TENANTRY_TRY(from, team(organization, teamId));
    TENANTRY_TRY(ended,
                 m_session.database.query("assignment_end", {{"organization", organization},
                                                             {"team", from.id},
                                                             {"email", address.toString()},
                                                             {"now", m_session.clock.now()}}));
    if (ended.isEmpty())
      return fail(u"team.not_member"_s,
                  u"%1 is not in the team “%2”."_s.arg(address.toString(), from.name));
    const auto [member, role] = ended[0].as<MemberId, QString>();
    return store::appendEvents(m_session, organization,
                               {memberEvent(u"team.member_removed"_s, member, from.id, role)});
  });
}

Result<std::vector<TeamChoice>> MemberService::teams(const OrganizationId &organization) {
  TENANTRY_TRY(rows, m_session.database.query("team_list", {{"organization", organization}}));
  std::vector<TeamChoice> teams;
  for (const auto row : rows)
    teams.push_back(
        {row.get<TeamId>(0), row.get<QString>(1), row.get<bool>(2), row.get<QString>(3)});
  return teams;
}

Result<MemberService::Team> MemberService::team(const OrganizationId &organization,
                                                const std::optional<TeamId> &id) {
  TENANTRY_TRY(
      rows, m_session.database.query("team_find", {{"organization", organization}, {"team", id}}));
  if (rows.isEmpty() && !id)
    return notFound(organization);
  if (rows.isEmpty())
    return fail(
        u"team.not_found"_s,
        u"The organization has no team %1. Refresh the list of teams."_s.arg(id->toString()));
  const auto row = rows[0];
  return Team{row.get<TeamId>(0), row.get<QString>(1), row.get<std::vector<QString>>(2),
              row.get<QString>(3)};
}

Result<MemberService::Known> MemberService::known(const OrganizationId &organization,
                                                  const TeamId &teamId, const QString &email) {
  TENANTRY_TRY(rows, m_session.database.query("member_standing", {{"organization", organization},
                                                                  {"team", teamId},
                                                                  {"email", email},
                                                                  {"now", m_session.clock.now()}}));
  if (rows.isEmpty())
    return Known{};
  return Known{rows[0].get<MemberId>(0), rows[0].get<bool>(1), rows[0].get<bool>(2)};
}

Result<> MemberService::checkRole(const Team &into, const QString &role) {
  TENANTRY_TRY(applied, m_business.current(m_session));
  const auto &allowed = into.allowedRoles;
  const bool isListed =
      allowed.empty() || std::find(allowed.begin(), allowed.end(), role) != allowed.end();
  if (isListed && applied->business.roles.contains(role))
    return {};
  return fail(
      u"team.role_not_allowed"_s,
      u"The role “%1” cannot be given in the team “%2”: choose one that the team allows."_s.arg(
          role, into.name));
}

// The organization's lock is held: nobody else takes the last seat in between.
Result<> MemberService::checkSeat(const OrganizationId &organization) {
  TENANTRY_TRY(limits, Repository(m_session).limits(organization));
  const auto users = limits.find(u"users"_s);
  if (users == limits.end() || !users->second.hard || users->second.value == business::unlimited)
    return {};
  TENANTRY_TRY(rows, m_session.database.query("member_seats", {{"organization", organization},
                                                               {"now", m_session.clock.now()}}));
  const auto taken = rows[0].get<std::int64_t>(0);
  if (taken < users->second.value)
    return {};
  return fail(
      u"team.user_limit_reached"_s,
      u"The organization has %1 of %2 users (%3): remove one or choose a larger plan."_s.arg(taken)
          .arg(users->second.value)
          .arg(users->second.grantedBy));
}

Result<MemberId> MemberService::write(const NewMember &draft, const Team &into,
                                      const Known &person) {
  const Instant now = m_session.clock.now();
  const MemberId member = person.member.value_or(makeId<MemberId>(now));
  if (!person.member)
    TENANTRY_CHECK(m_session.database.execute("member_add", {{"organization", draft.organization},
                                                             {"member", member},
                                                             {"email", draft.email},
                                                             {"given_name", draft.givenName},
                                                             {"family_name", draft.familyName},
                                                             {"now", now}}));
  TENANTRY_CHECK(m_session.database.execute(
      "assignment_end_expired",
      {{"organization", draft.organization}, {"team", into.id}, {"member", member}, {"now", now}}));
  TENANTRY_CHECK(m_session.database.execute("assignment_add", {{"organization", draft.organization},
                                                               {"assignment", makeUuidV7(now)},
                                                               {"team", into.id},
                                                               {"member", member},
                                                               {"role", draft.role},
                                                               {"permissions", draft.permissions},
                                                               {"actor", m_session.actor},
                                                               {"now", now},
                                                               {"expires_at", draft.expiresAt}}));
  return member;
}

} // namespace tenantry::organizations
