// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/usage/values.h"

/// Which reservations a limit still lets in: pure functions.
namespace tenantry::usage {

/// What a key holds.
struct Held {
  QString metric;
  std::int64_t quantity = 0;
  Instant expiresAt{};
};

/// What is known of a key before a batch is decided.
struct KnownKey {
  std::optional<Held> held;
  bool counted = false; ///< an event of that key was counted
};
using KnownKeys = std::map<QString, KnownKey>;

/// Refuses the batch for a request that no limit can decide. Errors `usage.metric_unknown`,
/// `usage.key_missing`, `usage.quantity_invalid`, `quota.not_reservable` (a maximum or distinct
/// values do not add up).
[[nodiscard]] Result<> checkReservations(const std::vector<ReservationRequest> &requests,
                                         const business::Business &business);

/// Each request in its order: it is granted while it fits, one that does not leaves room for those
/// after it. A key that is held or counted already gives what it was given; the same key twice in a
/// batch is one request. `quotas` by metric: `reserved` grows by what is granted.
[[nodiscard]] std::vector<ReservationDecision>
decide(const std::vector<ReservationRequest> &requests, const KnownKeys &known,
       std::map<QString, Quota> &quotas, Instant expiresAt);

/// What a batch of commits comes to: the reservations that it uses, as usage events at that moment.
struct Settlement {
  std::vector<CommitOutcome> outcomes; ///< in the order of the commits
  std::vector<UsageEvent> events;
};

/// Errors `usage.quantity_invalid` where more is used than was reserved, `usage.metric_unknown`
/// where the business has the metric no more. The same key twice in a batch is one commit.
[[nodiscard]] Result<Settlement> settle(const OrganizationId &organization,
                                        const std::vector<Commit> &commits, KnownKeys known,
                                        const business::Business &business, Instant now);

/// An event of a level says what it is afterwards: what is committed is added to where it stands,
/// and all of a batch say the same, for they happen at once.
void raiseLevels(std::vector<UsageEvent> &events, const std::map<QString, Quota> &quotas,
                 const business::Business &business);

} // namespace tenantry::usage
