// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/service.h"
#include "services/usage/ingest_plan.h"

namespace tenantry::usage {

/// A batch that was checked and knows the part of every event.
struct PlannedBatch {
  std::shared_ptr<const business::Applied> applied; ///< keeps the metrics of the events
  std::vector<PlannedEvent> events;
  PartBook parts;
  std::int64_t repeated = 0; ///< within the batch
  bool isHistory = false;    ///< of old: none of it is late
};

/// How events are counted, one or ten thousand; internal to this domain.
class Counting {
public:
  Counting(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// The events outlive the plan. Lets time pass for subscriptions whose period has ended.
  [[nodiscard]] Result<PlannedBatch> plan(const std::vector<UsageEvent> &events,
                                          Age age = Age::Limited);
  /// Events, totals and alerts, in the caller's transaction.
  [[nodiscard]] Result<IngestReport> write(const PlannedBatch &batch);

  /// The period that runs now; noPart where no subscription does. Error `organization.not_found`.
  [[nodiscard]] Result<Instant> runningPeriod(const OrganizationId &organization);

private:
  [[nodiscard]] Result<> check(const std::vector<UsageEvent> &events, Age age, PlannedBatch &batch);
  [[nodiscard]] Result<> loadParts(PlannedBatch &batch);
  [[nodiscard]] Result<PartBook> rolled(const std::vector<OrganizationId> &late,
                                        const std::vector<OrganizationId> &organizations,
                                        Instant since);
  [[nodiscard]] Result<> assignCorrections(std::vector<PlannedEvent> &events);
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
