// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/organizations/member_form.h"

#include "services/core/email_address.h"
#include "services/organizations/members.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

using organizations::MemberService;

namespace {

const QString emailField = u"email"_s, teamField = u"team"_s, roleField = u"role"_s,
              expiresField = u"expires"_s;

Result<StoredValues> readTeams(store::Session &session, business::AppliedBusiness &business,
                               const OrganizationId &organization) {
  TENANTRY_TRY(teams, MemberService(session, business).teams(organization));
  TENANTRY_TRY(applied, business.current(session));
  QList<FormChoice> teamChoices, roles{{{}, {}}};
  for (const auto &team : teams)
    teamChoices.append({team.id.toString(), team.name});
  for (const auto &[id, role] : applied->business.roles)
    roles.append({id, id});
  return StoredValues{{{emailField, {}},
                       {u"givenName"_s, {}},
                       {u"familyName"_s, {}},
                       {teamField, teams.empty() ? QString() : teams.front().id.toString()},
                       {roleField, {}},
                       {expiresField, {}}},
                      0,
                      {{teamField, teamChoices}, {roleField, roles}}};
}

Error in(const QString &field, Error error) {
  error.place.field = field;
  return error;
}

std::vector<Error> mistakes(const FormValues &typed, const FormValues &) {
  std::vector<Error> found;
  if (const auto email = EmailAddress::parse(typed.value(emailField)); !email)
    found.push_back(in(emailField, email.error()));
  if (const auto day = typed.value(expiresField); !day.isEmpty())
    if (const auto read = parseDay(day); !read)
      found.push_back(in(expiresField, read.error()));
  return found;
}

/// The field that an error of the service belongs to; of the limit of users it is none.
QString fieldOf(const QString &code) {
  if (code == u"email.invalid" || code == u"team.already_member")
    return emailField;
  if (code == u"team.not_found")
    return teamField;
  if (code == u"team.role_not_allowed")
    return roleField;
  return code == u"team.expiry_past" ? expiresField : QString();
}

Result<QString> add(store::Session &session, business::AppliedBusiness &business,
                    const OrganizationId &organization, const Zone &zone, const FormValues &typed) {
  organizations::NewMember member;
  member.organization = organization;
  member.team = TeamId::fromString(typed.value(teamField));
  member.email = typed.value(emailField);
  member.givenName = typed.value(u"givenName"_s).trimmed();
  member.familyName = typed.value(u"familyName"_s).trimmed();
  member.role = typed.value(roleField);
  if (const auto last = typed.value(expiresField); !last.isEmpty()) {
    TENANTRY_TRY(day, parseDay(last));
    member.expiresAt = zone.midnight(day + std::chrono::days(1));
  }
  if (const auto added = MemberService(session, business).addMember(member); !added)
    return tl::unexpected(in(fieldOf(added.error().code), added.error()));
  return member.email;
}

} // namespace

FormAct addMember(const OrganizationId &organization, const Zone &zone) {
  return {.key = {u"member"_s, organization.toString()},
          .isNew = true,
          .organization = organization,
          .read =
              [organization](store::Session &session, business::AppliedBusiness &business) {
                return readTeams(session, business, organization);
              },
          .mistakes = mistakes,
          .write =
              [organization, zone](store::Session &session, business::AppliedBusiness &business,
                                   const FormState &state, std::int64_t) {
                return add(session, business, organization, zone, state.typed());
              }};
}

} // namespace tenantry::models
