// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/organizations/rules.h"
#include "services/store/session.h"

namespace tenantry::organizations {

enum class StandingAct { Suspend, Reactivate };

/// What an act would make of an organization.
struct StandingVerdict {
  OrganizationId organization;
  QString name;
  bool changes = false; ///< false without a refusal: it is so already
  std::optional<Error> refusal{};
};

/// What was changed, so that it can be taken back.
struct StandingChange {
  OrganizationId organization;
  Standing before;
  QString reasonBefore;
  std::int64_t sequence = 0; ///< of the event of the change
};

/// Suspending and reactivating by hand, one organization or many: what it would do, doing it, and
/// taking it back. Doing it twice does it once.
class StandingActs {
public:
  explicit StandingActs(store::Session &session) : m_session(session) {}

  /// In the order of the ids; one that does not exist is refused. By the same rules as `act`.
  [[nodiscard]] Result<std::vector<StandingVerdict>>
  preview(StandingAct act, const std::vector<OrganizationId> &ids);
  /// None: it was so already. Errors `organization.illegal_move`, `organization.not_found`.
  [[nodiscard]] Result<std::optional<StandingChange>> act(StandingAct act, const OrganizationId &id,
                                                          const QString &reason);
  /// As it was before the change, with its reason. Error `organization.changed_since`: the status
  /// moved again, by whomever.
  [[nodiscard]] Result<> undo(const StandingChange &change);

private:
  [[nodiscard]] Result<std::int64_t> lastMove(const OrganizationId &id);
  store::Session &m_session;
};

} // namespace tenantry::organizations
