// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/metric_change.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

namespace {

bool isCountedOtherwise(const business::Metric &a, const business::Metric &b) {
  return a.aggregation != b.aggregation || a.of != b.of || a.decimals != b.decimals;
}

} // namespace

Result<std::vector<Error>> metricRefusals(store::Session &session, const business::Business &before,
                                          const business::Business &after) {
  std::vector<QString> changed;
  for (const auto &[id, metric] : after.metrics)
    if (const auto known = before.metrics.find(id);
        known != before.metrics.end() && isCountedOtherwise(known->second, metric))
      changed.push_back(id);
  std::vector<Error> refusals;
  if (changed.empty())
    return refusals;
  TENANTRY_TRY(rows, session.database.query("usage_counted_metrics", {{"metrics", changed}}));
  for (const auto row : rows)
    refusals.push_back(
        {u"business.metric_counted"_s,
         u"The metric %1 has usage: its aggregation, “of” and decimals must "
         u"stay as they are. Add a metric with another name instead."_s.arg(row.get<QString>(0))});
  return refusals;
}

} // namespace tenantry::usage
