// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/recount.h"
#include "services/usage/measures.h"

namespace tenantry::usage {

Result<std::vector<Difference>> recount(store::Session &session,
                                        const std::map<QString, business::Metric> &metrics,
                                        const std::optional<OrganizationId> &organization,
                                        const std::optional<Instant> &part,
                                        const std::optional<Supposed> &supposed) {
  const auto measures = MeasureColumns::of(metrics);
  const auto corrects = supposed ? std::optional(supposed->corrects) : std::nullopt;
  const auto taken = supposed ? std::optional(supposed->taken) : std::nullopt;
  TENANTRY_TRY(rows,
               session.database.query("usage_recount", {{"metrics", measures.metrics},
                                                        {"aggregations", measures.aggregations},
                                                        {"dimensions", measures.dimensions},
                                                        {"organization", organization},
                                                        {"part", part},
                                                        {"corrects", corrects},
                                                        {"taken", taken}}));
  std::vector<Difference> differences;
  for (const auto row : rows)
    differences.push_back({row.get<OrganizationId>(0), row.get<QString>(1), row.get<Instant>(2),
                           row.get<std::int64_t>(3), row.get<std::int64_t>(4)});
  return differences;
}

} // namespace tenantry::usage
