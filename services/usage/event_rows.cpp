// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/event_rows.h"

using namespace Qt::StringLiterals;

namespace tenantry::usage {

CountedEvent readEvent(const store::Row &row) {
  return {row.get<QString>(0),
          row.get<QString>(1),
          row.get<std::int64_t>(2),
          row.get<Instant>(3),
          row.get<Instant>(4),
          row.get<Instant>(5),
          row.get<std::optional<store::Json>>(6),
          row.get<QString>(7),
          row.get<bool>(8),
          row.get<std::int64_t>(9)};
}

Result<business::Metric> findMetric(store::Session &session, business::AppliedBusiness &business,
                                    const QString &metric) {
  TENANTRY_TRY(applied, business.current(session));
  const auto found = applied->business.metrics.find(metric);
  if (found == applied->business.metrics.end())
    return fail(u"usage.metric_unknown"_s,
                u"There is no metric “%1”; name a metric of the business."_s.arg(metric));
  return found->second;
}

} // namespace tenantry::usage
