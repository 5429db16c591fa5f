// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/usage/values.h"

namespace tenantry::usage {

/// The day, local to the organization, on which a limit will be reached if usage goes on at its
/// pace (USE-5). A sum's pace is that of the running period, or of the latest seven days while it
/// is younger: the days before it count at the average of the period before. A level's pace is what
/// it gained since the end of that period. `periods` as history() gives them.
///
/// Nothing where there is no limit or it is reached already, where the pace leads nowhere, for sums
/// also where the period ends before; in a first period's first day; for maxima and distinct
/// values, which do not grow evenly.
[[nodiscard]] std::optional<LocalDay> limitDay(const Quota &quota,
                                               business::Aggregation aggregation,
                                               const std::vector<PeriodUsage> &periods,
                                               Instant now);

/// What the metric will come to by the end of the running period. A sum at the pace of that period,
/// once it is a week old: a burst on its first days says nothing of the rest. All else, and one
/// that is younger, as it stands.
[[nodiscard]] std::int64_t expectedAtEnd(const Quota &quota, business::Aggregation aggregation,
                                         const PeriodUsage &running, Instant now);

} // namespace tenantry::usage
