// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/usage/forecast.h"
#include <cmath>

namespace tenantry::usage {

namespace {

using Days = std::chrono::duration<double, std::ratio<86'400>>;

double usedIn(const PeriodUsage &period, const QString &metric) {
  const auto found = period.used.find(metric);
  return found == period.used.end() ? 0 : static_cast<double>(found->second);
}

constexpr double window = 7; ///< days

/// Units a day.
std::optional<double> paceOf(const Quota &quota, bool isLevel, double elapsed,
                             const PeriodUsage *before) {
  const auto used = static_cast<double>(quota.used);
  if (isLevel)
    return before && elapsed >= 1 ? std::optional((used - usedIn(*before, quota.metric)) / elapsed)
                                  : std::nullopt;
  if (elapsed >= window || !before)
    return elapsed >= 1 ? std::optional(used / elapsed) : std::nullopt;
  const auto average = usedIn(*before, quota.metric) / std::max<double>(before->days.days(), 1);
  return (used + average * (window - elapsed)) / window;
}

} // namespace

std::optional<LocalDay> limitDay(const Quota &quota, business::Aggregation aggregation,
                                 const std::vector<PeriodUsage> &periods, Instant now) {
  using business::Aggregation;
  const bool isLevel = aggregation == Aggregation::Last;
  const bool growsEvenly = isLevel || aggregation == Aggregation::Sum;
  if (!growsEvenly || !quota.isLimited() || quota.used >= *quota.limit || periods.empty())
    return std::nullopt;
  const auto &running = periods.back();
  const auto elapsed = Days(now - running.from).count();
  const auto *before = periods.size() > 1 ? &periods[periods.size() - 2] : nullptr;
  const auto pace = paceOf(quota, isLevel, elapsed, before);
  if (!pace || *pace <= 0)
    return std::nullopt;
  const auto reached = elapsed + static_cast<double>(*quota.limit - quota.used) / *pace;
  constexpr double soon = 3660; // ten years: further is no forecast
  if (reached >= (isLevel ? soon : static_cast<double>(running.days.days())))
    return std::nullopt;
  return running.days.from + std::chrono::days(static_cast<int>(std::floor(reached)));
}

std::int64_t expectedAtEnd(const Quota &quota, business::Aggregation aggregation,
                           const PeriodUsage &running, Instant now) {
  const auto elapsed = Days(now - running.from).count();
  const auto left = static_cast<double>(running.days.days()) - elapsed;
  if (aggregation != business::Aggregation::Sum || elapsed < window || left <= 0 || quota.used <= 0)
    return quota.used;
  return quota.used + std::llround(static_cast<double>(quota.used) / elapsed * left);
}

} // namespace tenantry::usage
