// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <array>

namespace tenantry::billing {

/// How long an open invoice is due: not yet, for at most 30, 60 and 90 days, or longer.
enum class DueAge { NotDue, Month, TwoMonths, ThreeMonths, Older };

inline constexpr std::array dueAges{DueAge::NotDue, DueAge::Month, DueAge::TwoMonths,
                                    DueAge::ThreeMonths, DueAge::Older};

/// Due at such an instant: half-open.
struct DueBounds {
  Instant since = Instant::min();
  Instant before = Instant::max();
};

[[nodiscard]] inline DueBounds dueBounds(DueAge age, Instant now) {
  const auto ago = [&](int days) { return now - std::chrono::hours(24) * days; };
  switch (age) {
  case DueAge::NotDue:
    return {now, Instant::max()};
  case DueAge::Month:
    return {ago(30), now};
  case DueAge::TwoMonths:
    return {ago(60), ago(30)};
  case DueAge::ThreeMonths:
    return {ago(90), ago(60)};
  case DueAge::Older:
    break;
  }
  return {Instant::min(), ago(90)};
}

} // namespace tenantry::billing
