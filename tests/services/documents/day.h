// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"

namespace tenantry::tests {

inline LocalDay day(int year, unsigned month, unsigned dayOfMonth) {
  return LocalDay(std::chrono::year(year) / std::chrono::month(month) /
                  std::chrono::day(dayOfMonth));
}

} // namespace tenantry::tests
