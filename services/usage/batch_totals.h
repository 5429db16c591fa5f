// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/usage/ingest_plan.h"

namespace tenantry::usage {

/// What a batch adds to one total.
struct Total {
  OrganizationId organization;
  const business::Metric *metric = nullptr;
  Instant part = noPart;
  std::int64_t quantity = 0; ///< sum, maximum or last value; unique: the new values, once known
  std::int64_t events = 0;
  Instant lastOccurredAt = Instant::min();
};

/// A value that a metric counting distinct ones has met.
struct SeenValue {
  OrganizationId organization;
  const business::Metric *metric = nullptr;
  Instant part = noPart;
  QString value;
};

/// A batch added up. Everything is sorted by organization, metric and part: the order of locks.
struct BatchTotals {
  std::vector<Total> additive; ///< sums, and the counts of distinct values
  std::vector<Total> maximum;
  std::vector<Total> last;
  std::vector<SeenValue> values; ///< each once, by value within its total
  std::vector<Total> recounted; ///< corrected where nothing can be subtracted; only `events` counts
};

/// Adds up the events that are not repeated; `sorted` as withoutRepeats left them. Error
/// `usage.quantity_invalid` where a sum does not fit.
[[nodiscard]] Result<BatchTotals> addUp(const std::vector<PlannedEvent> &sorted);

} // namespace tenantry::usage
