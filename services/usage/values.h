// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/id.h"
#include "services/core/period.h"
#include "services/core/rational.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenantry::usage {

/// A usage event as it arrives (USE-1). `quantity` is an integer in the metric's smallest unit
/// (10^-decimals).
struct UsageEvent {
  OrganizationId organization;
  QString key; ///< idempotency key, unique within the organization
  QString metric;
  std::int64_t quantity = 0;
  Instant occurredAt{};
  std::map<QString, QString> dimensions;
  QString corrects; ///< key of the event that this one corrects; its quantity is then negative
  Place place{};    ///< where the caller has read it; named in errors
};

/// Whether usage may be older than the business accepts: history that is imported may.
enum class Age { Limited, Any };

/// Where a metric stands in the running period. Quantities are integers in the metric's smallest
/// unit.
struct Quota {
  QString metric;
  std::int64_t used = 0;
  std::optional<std::int64_t> limit; ///< none or −1: unlimited
  bool hard = false;
  std::int64_t reserved = 0; ///< promised and not used yet

  [[nodiscard]] bool isLimited() const { return limit && *limit >= 0; }
  /// Whether so much more may be used, or promised.
  [[nodiscard]] bool allows(std::int64_t more) const {
    return !hard || !isLimited() || more <= *limit - used - reserved;
  }
};

/// A wish for units of a metric, to be used soon. The key is unique among the organization's
/// reservations and usage events: what is committed becomes an event of that key.
struct ReservationRequest {
  QString key;
  QString metric;
  std::int64_t quantity = 0; ///< 1 or more, in the metric's smallest unit
};

struct ReservationDecision {
  QString key;
  bool granted = false;
  bool repeated = false;            ///< the key was granted before
  std::optional<Instant> expiresAt; ///< none: refused, or used already
};

struct Commit {
  QString key;
  std::optional<std::int64_t> quantity; ///< at most what was reserved; none: all of it
  std::map<QString, QString> dimensions;
};

enum class CommitOutcome {
  Counted,
  Repeated, ///< an event of that key was counted before
  NotHeld   ///< never reserved, released, or run out: nothing was counted
};

/// What an organization's metrics came to in one period, in their smallest units. A metric that is
/// missing was never counted up to then.
struct PeriodUsage {
  Instant from{};
  DayRange days; ///< local to the organization
  std::map<QString, std::int64_t> used;
};

/// What became of a batch. A repeated key is no error: it was counted before.
struct IngestReport {
  std::int64_t counted = 0;
  std::int64_t repeated = 0;
};

} // namespace tenantry::usage
