// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/retention.h"

#include <algorithm>

namespace tenantry::subscriptions {

Retention retentionOf(const std::vector<AccountMrr> &accounts) {
  Rational before = 0, after = 0, kept = 0, lost = 0;
  std::int64_t count = 0, gone = 0;
  for (const auto &account : accounts) {
    if (account.before <= 0)
      continue;
    ++count;
    before += account.before;
    after += account.after;
    kept += std::min(account.before, account.after);
    if (account.after == 0) {
      ++gone;
      lost += account.before;
    }
  }
  if (count == 0)
    return {};
  return {after / before, kept / before, Rational(gone, count), lost / before};
}

std::optional<Rational> perAccount(const std::vector<AccountMrr> &accounts) {
  Rational sum = 0;
  std::int64_t count = 0;
  for (const auto &account : accounts) {
    sum += account.after;
    count += account.after > 0 ? 1 : 0;
  }
  return count == 0 ? std::nullopt : std::optional<Rational>(sum / count);
}

std::optional<Rational> quickRatio(std::int64_t gained, std::int64_t lost) {
  return lost == 0 ? std::nullopt : std::optional<Rational>(Rational(gained, lost));
}

} // namespace tenantry::subscriptions
