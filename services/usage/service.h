// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"
#include "services/usage/values.h"

namespace tenantry::usage {

/// Counting (USE-1 … 4): each event exactly once whatever is retried, in the part of its own time,
/// with the totals of every aggregation kept in the same transaction.
class UsageService {
public:
  UsageService(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// A batch of any organizations. Soft: nothing is refused for a limit, crossing one raises its
  /// alert. Errors that refuse the whole batch: `usage.metric_unknown`, `usage.too_old`,
  /// `usage.in_future`, `organization.not_found`.
  [[nodiscard]] Result<IngestReport> ingest(std::vector<UsageEvent> events, Age age = Age::Limited);

  /// One event with the decision about its quota, atomic with counting it. Error `quota.exceeded`
  /// where the limit is hard and would be passed. A repeated key gives the quota as it is and
  /// counts nothing.
  [[nodiscard]] Result<Quota> record(const UsageEvent &event);

  /// A negative event that names the one it corrects. Errors `usage.not_found`,
  /// `usage.quantity_invalid`.
  [[nodiscard]] Result<> correct(const UsageEvent &event);

  [[nodiscard]] Result<Quota> quota(const OrganizationId &organization, const QString &metric);
  [[nodiscard]] Result<std::vector<Quota>> quotas(const OrganizationId &organization);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
