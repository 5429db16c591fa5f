// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/rules.h"
#include "services/store/session.h"

namespace tenantry::organizations {

/// Where an organization stands, and why.
struct Stood {
  OrganizationId organization;
  QString name;
  Standing standing;
  QString reason;
};

/// Organizations ↔ rows; internal to this domain.
class Repository {
public:
  explicit Repository(store::Session &session) : m_session(session) {}

  /// The organizations with their heads and root teams.
  [[nodiscard]] Result<> add(const std::vector<Organization> &organizations);
  [[nodiscard]] Result<std::vector<Organization>> byIds(const std::vector<OrganizationId> &ids);
  /// What people write of it, and nothing else; gives its new revision.
  [[nodiscard]] Result<std::int64_t> amend(const Organization &to);
  [[nodiscard]] Result<Standing>
  standing(const OrganizationId &id); ///< error `organization.not_found`
  /// Of those that exist, in the order of their ids.
  [[nodiscard]] Result<std::vector<Stood>> standings(const std::vector<OrganizationId> &ids);
  [[nodiscard]] Result<> writeStanding(const OrganizationId &id, const Standing &standing,
                                       const QString &reason);
  [[nodiscard]] Result<std::map<QString, Limit>> limits(const OrganizationId &id);
  [[nodiscard]] Result<> replaceLimits(const OrganizationId &id,
                                       const std::map<QString, Limit> &limits);
  [[nodiscard]] Result<std::map<QString, QString>> features(const OrganizationId &id);
  [[nodiscard]] Result<> replaceFeatures(const OrganizationId &id,
                                         const std::map<QString, QString> &granted);

private:
  [[nodiscard]] Result<> addTeams(const std::vector<Organization> &organizations);
  store::Session &m_session;
};

[[nodiscard]] Failure notFound(const OrganizationId &id); ///< `organization.not_found`

} // namespace tenantry::organizations
