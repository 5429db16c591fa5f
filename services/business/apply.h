// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/business/difference.h"
#include <functional>

namespace tenantry::business {

/// What an apply did.
struct ApplyReport {
  std::int64_t version = 0;    ///< the one that holds now
  bool applied = false;        ///< false: nothing differed, nothing was written
  std::vector<Change> changes; ///< to what held before
  std::vector<PlanVersion> newPlanVersions;
};

/// Says what cannot work with the records there are; supplied by the domains that own them, run
/// inside the transaction of the apply.
using RefusalCheck =
    std::function<Result<std::vector<Error>>(const Applied &before, const Business &after)>;

/// What that business would be once applied: new plan versions, made at `now`, for the plans that
/// differ from their newest version. Nothing is written.
[[nodiscard]] std::vector<PlanVersion> newPlanVersions(const Applied &before, const Business &after,
                                                       Instant now);

/// Makes a business the one that holds: a new version of it, and of each plan whose definition
/// changed. Subscriptions keep the plan version they have.
class BusinessApply {
public:
  explicit BusinessApply(store::Session &session) : m_session(session) {}

  /// In one transaction, one apply at a time. Error `business.refused` with a line for each
  /// refusal.
  [[nodiscard]] Result<ApplyReport> apply(const Business &business, const QString &author,
                                          const RefusalCheck &check = {});

private:
  [[nodiscard]] Result<> write(const Business &business, const QString &author,
                               const ApplyReport &report);
  store::Session &m_session;
};

} // namespace tenantry::business
