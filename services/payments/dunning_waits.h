// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include <optional>
#include <vector>

namespace tenantry::payments {

/// A stretch of time in which a plan waits, half-open.
struct Wait {
  Instant from{};
  Instant until{};
};

/// Time as a plan counts it: what is waited does not pass. Waits may overlap.
class CountedTime {
public:
  explicit CountedTime(std::vector<Wait> waits);

  [[nodiscard]] Instant counted(Instant real) const;
  /// The other way; of the moment in which it waits the end of that.
  [[nodiscard]] Instant real(Instant counted) const;
  /// Until when it waits at that moment; none: it does not.
  [[nodiscard]] std::optional<Instant> waitsUntil(Instant now) const;

private:
  std::vector<Wait> m_waits; ///< apart, in order
};

} // namespace tenantry::payments
