// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"

namespace tenantry::billing {

inline std::chrono::year_month monthOf(LocalDay day) {
  const std::chrono::year_month_day date(day);
  return date.year() / date.month();
}

inline LocalDay firstDayOf(std::chrono::year_month month) {
  return LocalDay(std::chrono::local_days(month / 1));
}

} // namespace tenantry::billing
