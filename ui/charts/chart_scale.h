// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>
#include <vector>

namespace tenantry::ui {

/// The vertical axis: from a whole step at or below the lowest value to one at or above the
/// highest. Steps are 1, 2 or 5 times a power of ten, so that every mark is exact.
struct ChartScale {
  qint64 lowest = 0;
  qint64 highest = 1;
  qint64 step = 1;

  /// `mostSteps` from 1. Values at the ends of what an integer holds are no mistake.
  [[nodiscard]] static ChartScale over(qint64 lowest, qint64 highest, int mostSteps);
  /// 0 at the lowest, 1 at the highest; beyond them it goes on.
  [[nodiscard]] double share(qint64 value) const;
  [[nodiscard]] std::vector<qint64> ticks() const;
};

} // namespace tenantry::ui
