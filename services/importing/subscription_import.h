// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/importing/references.h"
#include "services/importing/row_file.h"
#include "services/subscriptions/adoption.h"
#include "services/subscriptions/service.h"

#include <set>

namespace tenantry::importing {

/// Subscriptions go on here where they stand there, on the plan version that is sold now, at the
/// price that the file names. Organizations with a running one are active.
class SubscriptionImport {
public:
  SubscriptionImport(store::Session &session, business::AppliedBusiness &business,
                     const business::Applied &applied)
      : m_session(session), m_business(business), m_applied(applied) {}

  [[nodiscard]] Result<> prepare(const ImportOptions &options);
  [[nodiscard]] Result<Taken> take(const MappedRow &row, RowChecks checks);
  [[nodiscard]] Result<std::int64_t> land(); ///< subscriptions written

private:
  [[nodiscard]] Result<> checkAlone(const MappedRow &mapped, const OrganizationId &organization);
  [[nodiscard]] Result<> setPrice(const MappedRow &mapped, const SubscriptionRow &row,
                                  const business::Plan &plan,
                                  subscriptions::Adoption &adoption) const;
  [[nodiscard]] Result<> activate();

  store::Session &m_session;
  business::AppliedBusiness &m_business;
  const business::Applied &m_applied;
  References m_customers;
  References m_subscriptions;
  subscriptions::SubscriptionService::Around m_around;
  std::set<OrganizationId> m_live; ///< have one that has not ended
  std::vector<subscriptions::Change> m_changes;
};

} // namespace tenantry::importing
