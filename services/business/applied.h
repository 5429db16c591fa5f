// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/store/session.h"
#include <memory>

namespace tenantry::business {

/// A plan as it was sold: subscriptions keep the version they were made with.
struct PlanVersion {
  PlanVersionId id;
  std::int64_t number = 1;
  Plan plan;
};

/// The business that holds now, with every plan version that a live subscription may still refer
/// to. Immutable, shared.
struct Applied {
  std::int64_t version = 0; ///< 0: nothing was applied yet
  Business business;
  std::map<PlanVersionId, PlanVersion> planVersions;
  std::map<QString, PlanVersionId> current; ///< by plan id: what is sold now

  [[nodiscard]] const PlanVersion &
  planVersion(const PlanVersionId &id) const; ///< ProgrammingError if unknown
  [[nodiscard]] Result<const PlanVersion *>
  currentPlan(const QString &planId) const; ///< error `plan.unknown`
  [[nodiscard]] Zone zone() const;          ///< of the business itself
};

/// The applied business of this session's database, read once and again only when a newer version
/// was applied.
class AppliedBusiness {
public:
  [[nodiscard]] Result<std::shared_ptr<const Applied>> current(store::Session &session);
  /// The one that held then: what a document of that day says. Before the first, the current one.
  [[nodiscard]] Result<std::shared_ptr<const Applied>> at(store::Session &session, Instant instant);

private:
  std::shared_ptr<const Applied> m_applied;
  QString m_digest; ///< of its document: a version whose transaction was rolled back is not taken
                    ///< for the next
};

} // namespace tenantry::business
