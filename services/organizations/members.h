// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/store/events.h"

namespace tenantry::organizations {

/// A person to be given a role in a team (TEAM-0).
struct NewMember {
  OrganizationId organization;
  std::optional<TeamId> team; ///< none: the root team, which holds the organization-wide roles
  QString email;
  QString givenName;
  QString familyName;
  QString role;                                    ///< empty: the team's default role
  std::optional<std::vector<QString>> permissions; ///< none: those of the role
  std::optional<Instant> expiresAt;                ///< none: until removed
};

/// A role that somebody has in a team now.
struct Membership {
  QUuid id; ///< of the assignment: another one where it is removed and given again
  MemberId member;
  TeamId team;
  QString teamName;
  QString email;
  QString givenName;
  QString familyName;
  QString role;
  std::optional<std::vector<QString>> permissions;
  Instant assignedAt{};
  std::optional<Instant> expiresAt;
};

/// A team that somebody can be added to.
struct TeamChoice {
  TeamId id;
  QString name;
  bool isRoot = false; ///< holds the organization-wide roles
  QString defaultRole;
};

/// The people of organizations and their roles. Every command writes its event in the same
/// transaction.
class MemberService {
public:
  MemberService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// Who is known by that e-mail keeps their name. Errors, in this order: `email.invalid`,
  /// `team.expiry_past`, `team.not_found`, `team.already_member`, `team.role_not_allowed`,
  /// `team.user_limit_reached`
  /// (only for somebody who has no role in any team yet, and only where the limit is hard).
  [[nodiscard]] Result<MemberId> addMember(const NewMember &draft);
  /// Errors `email.invalid`, `team.not_found`, `team.not_member`.
  [[nodiscard]] Result<> removeMember(const OrganizationId &organization,
                                      const std::optional<TeamId> &team, const QString &email);
  /// The root team first, then by name.
  [[nodiscard]] Result<std::vector<TeamChoice>> teams(const OrganizationId &organization);

private:
  struct Team {
    TeamId id;
    QString name;
    std::vector<QString> allowedRoles; ///< empty: every role of the business files
    QString defaultRole;
  };
  struct Known {
    std::optional<MemberId> member;
    bool inTeam = false;
    bool inAnyTeam = false;
  };
  [[nodiscard]] Result<Team> team(const OrganizationId &organization,
                                  const std::optional<TeamId> &id);
  [[nodiscard]] Result<Known> known(const OrganizationId &organization, const TeamId &team,
                                    const QString &email);
  [[nodiscard]] Result<> checkRole(const Team &team, const QString &role);
  [[nodiscard]] Result<> checkSeat(const OrganizationId &organization);
  [[nodiscard]] Result<MemberId> write(const NewMember &draft, const Team &team,
                                       const Known &known);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::organizations
