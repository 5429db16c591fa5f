// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/values.h"
#include "services/usage/values.h"

namespace tenantry::usage {

/// Metrics as columns, the way the queries of usage.sql take them. Limits are given in whole units,
/// quantities are stored in the smallest: `scales` is 10^decimals, `mosts` the largest limit that
/// still fits.
struct MeasureColumns {
  std::vector<QString> metrics;
  std::vector<QString> aggregations; ///< "sum", "max", "last", "unique"
  std::vector<QString> dimensions;   ///< whose distinct values count
  std::vector<std::int64_t> scales;
  std::vector<std::int64_t> mosts;

  void add(const business::Metric &metric);
  [[nodiscard]] static MeasureColumns of(const std::map<QString, business::Metric> &metrics);
};

[[nodiscard]] QString nameOf(business::Aggregation aggregation);
/// A stored quantity in units: 12345 with two decimals is "123.45".
[[nodiscard]] QString inUnits(std::int64_t quantity, const business::Metric &metric);
/// The other way: "1.5" with two decimals is 150. Error `usage.quantity_invalid`.
[[nodiscard]] Result<std::int64_t> fromUnits(const QString &text, const business::Metric &metric);
/// Why a hard limit does not let `more` in.
[[nodiscard]] QString exceeded(const Quota &quota, std::int64_t more,
                               const business::Metric &metric);

} // namespace tenantry::usage
