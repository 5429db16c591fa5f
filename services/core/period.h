// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/zone.h"

namespace tenantry {

/// Half-open [from, to) of local days.
struct DayRange {
  LocalDay from{};
  LocalDay to{};

  [[nodiscard]] int days() const { return static_cast<int>((to - from).count()); }
  [[nodiscard]] bool isEmpty() const { return to <= from; }
  [[nodiscard]] bool contains(LocalDay day) const { return from <= day && day < to; }
  friend bool operator==(const DayRange &, const DayRange &) = default;
};

/// Half-open [from, to) of instants.
struct InstantRange {
  Instant from{};
  Instant to{};

  [[nodiscard]] bool contains(Instant instant) const { return from <= instant && instant < to; }
  friend bool operator==(const InstantRange &, const InstantRange &) = default;
};

enum class Interval { Month, Year };
[[nodiscard]] int monthsOf(Interval interval);                  ///< 1 or 12
[[nodiscard]] QString toString(Interval interval);              ///< "month", "year"
[[nodiscard]] Result<Interval> parseInterval(QStringView text); ///< error `interval.unknown`

/// Boundary k of an anchored series: the original anchor + k × months with the day clamped to the
/// month (SUB-5: 31 Jan → 28/29 Feb → 31 Mar); never counted from the boundary before. k may be
/// negative.
[[nodiscard]] LocalDay anchoredBoundary(LocalDay anchor, int months, int k);

/// The k of the anchored period [k, k+1) that holds `day`.
[[nodiscard]] int anchoredIndex(LocalDay anchor, int months, LocalDay day);

[[nodiscard]] DayRange anchoredPeriod(LocalDay anchor, int months, int k);

[[nodiscard]] InstantRange toInstants(const DayRange &days, const Zone &zone);

} // namespace tenantry
