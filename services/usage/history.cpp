// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/history.h"
#include "services/usage/measures.h"

namespace tenantry::usage {

namespace {

/// A sum of nothing is zero; a last value goes on until there is another.
void fillGaps(std::vector<PeriodUsage> &periods,
              const std::map<QString, business::Metric> &metrics) {
  for (const auto &[id, metric] : metrics) {
    const bool goesOn = metric.aggregation == business::Aggregation::Last;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      auto &used = periods[i].used;
      if (used.contains(id))
        continue;
      if (!goesOn)
        used[id] = 0;
      else if (i > 0 && periods[i - 1].used.contains(id))
        used[id] = periods[i - 1].used.at(id);
    }
  }
}

} // namespace

Result<std::vector<PeriodUsage>> history(store::Session &session,
                                         const OrganizationId &organization,
                                         const std::map<QString, business::Metric> &metrics,
                                         int most) {
  const auto measures = MeasureColumns::of(metrics);
  TENANTRY_TRY(rows,
               session.database.query("usage_history", {{"organization", organization},
                                                        {"now", session.clock.now()},
                                                        {"most", most},
                                                        {"metrics", measures.metrics},
                                                        {"aggregations", measures.aggregations}}));
  std::vector<PeriodUsage> periods;
  for (const auto row : rows) {
    const auto from = row.get<Instant>(0);
    if (periods.empty() || periods.back().from != from)
      periods.push_back({from, {row.get<LocalDay>(1), row.get<LocalDay>(2)}, {}});
    if (const auto used = row.get<std::optional<std::int64_t>>(4))
      periods.back().used[row.get<QString>(3)] = *used;
  }
  fillGaps(periods, metrics);
  return periods;
}

} // namespace tenantry::usage
