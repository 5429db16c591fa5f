// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/money.h"

namespace tenantry::models {

/// Recurring revenue is kept in twelfths of a minor unit, so that a yearly price loses nothing; it
/// is shown rounded half away from zero.
[[nodiscard]] inline Money mrrAmount(std::int64_t twelfths, Currency currency) {
  const std::int64_t half = twelfths < 0 ? -6 : 6;
  return {(twelfths + half) / 12, currency};
}

} // namespace tenantry::models
