// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning_waits.h"

#include <algorithm>

namespace tenantry::payments {

CountedTime::CountedTime(std::vector<Wait> waits) {
  std::sort(waits.begin(), waits.end(),
            [](const Wait &a, const Wait &b) { return a.from < b.from; });
  for (const auto &wait : waits)
    if (m_waits.empty() || wait.from > m_waits.back().until)
      m_waits.push_back(wait);
    else
      m_waits.back().until = std::max(m_waits.back().until, wait.until);
}

Instant CountedTime::counted(Instant real) const {
  Instant counted = real;
  for (const auto &wait : m_waits)
    if (real > wait.from)
      counted -= std::min(real, wait.until) - wait.from;
  return counted;
}

Instant CountedTime::real(Instant counted) const {
  Instant real = counted;
  for (const auto &wait : m_waits)
    if (real >= wait.from)
      real += wait.until - wait.from;
  return real;
}

std::optional<Instant> CountedTime::waitsUntil(Instant now) const {
  for (const auto &wait : m_waits)
    if (wait.from <= now && now < wait.until)
      return wait.until;
  return std::nullopt;
}

} // namespace tenantry::payments
