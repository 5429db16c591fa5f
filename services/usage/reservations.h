// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/apply.h"
#include "services/store/session.h"
#include "services/usage/values.h"

namespace tenantry::usage {

/// How long one lasts where nobody says so: longer than any one piece of work should take.
constexpr std::chrono::minutes usualReservation{5};

/// Units of a limit that are promised before they are used (USE-4): reserve, then commit or
/// release. What is reserved counts against a hard limit as used does, for every other writer,
/// until it runs out. Each call is one transaction of one organization, under its lock, and may be
/// repeated: keys that are known give what they gave.
class Reservations {
public:
  Reservations(store::Session &session, business::AppliedBusiness &business)
      : m_session(session), m_business(business) {}

  /// One decision per request, in their order. Errors of checkReservations, which refuse the whole
  /// batch; `organization.not_found`; `quota.duration_invalid` unless it lasts for a second to a
  /// day.
  [[nodiscard]] Result<std::vector<ReservationDecision>>
  reserve(const OrganizationId &organization, const std::vector<ReservationRequest> &requests,
          std::chrono::seconds lasts);

  /// Counts what was reserved as used now, under the same key; what is not needed is free again.
  /// One outcome per commit, in their order. Errors of `settle` refuse the whole batch.
  [[nodiscard]] Result<std::vector<CommitOutcome>> commit(const OrganizationId &organization,
                                                          const std::vector<Commit> &commits);

  /// How many were held and are free now.
  [[nodiscard]] Result<std::int64_t> release(const OrganizationId &organization,
                                             const std::vector<QString> &keys);

private:
  store::Session &m_session;
  business::AppliedBusiness &m_business;
};

} // namespace tenantry::usage
