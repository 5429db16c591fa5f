// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/harness.h"
#include <algorithm>
#include <cmath>

namespace tenantry::benchmarks {

double Pace::perSecond() const {
  const std::chrono::duration<double> seconds = time;
  return seconds.count() > 0 ? static_cast<double>(units) / seconds.count() : 0;
}

nlohmann::json toJson(const Comparison &comparison) {
  nlohmann::json json{{"name", comparison.name.toStdString()},
                      {"rate", comparison.rate},
                      {"ceiling", comparison.ceiling},
                      {"ratio", comparison.ratio}};
  if (comparison.p99Milliseconds)
    json["p99_ms"] = *comparison.p99Milliseconds;
  return json;
}

double median(std::vector<double> values) {
  if (values.empty())
    return 0;
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double quantile(std::vector<double> values, double part) {
  if (values.empty())
    return 0;
  std::sort(values.begin(), values.end());
  const auto rank = std::ceil(part * static_cast<double>(values.size()));
  return values[std::max<std::size_t>(static_cast<std::size_t>(rank), 1) - 1];
}

Result<Comparison> compare(const QString &name, int rounds, const Round &work,
                           const Round &ceiling) {
  std::vector<double> rates, ceilings, ratios;
  for (int round = 0; round <= rounds; ++round) {
    TENANTRY_TRY(ours, work());
    TENANTRY_TRY(best, ceiling());
    if (round == 0 || best.perSecond() <= 0)
      continue;
    rates.push_back(ours.perSecond());
    ceilings.push_back(best.perSecond());
    ratios.push_back(ours.perSecond() / best.perSecond());
  }
  return Comparison{name, median(rates), median(ceilings), median(ratios)};
}

} // namespace tenantry::benchmarks
