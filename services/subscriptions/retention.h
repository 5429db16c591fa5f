// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/rational.h"
#include <optional>
#include <vector>

/// What became of the accounts between two days (ANA-2). MRR in twelfths of a minor unit; what is
/// undefined is absent.
namespace tenantry::subscriptions {

struct AccountMrr {
  std::int64_t before = 0; ///< at the first day
  std::int64_t after = 0;  ///< at the second
};

/// Of the accounts that had MRR at the first day.
struct Retention {
  std::optional<Rational> net;       ///< Σ after ÷ Σ before
  std::optional<Rational> gross;     ///< likewise with at most what each had before
  std::optional<Rational> logoChurn; ///< those that are at zero, of their number
  std::optional<Rational>
      revenueChurn; ///< what those had, of what all had; contraction is not in it
  bool operator==(const Retention &) const = default;
};
[[nodiscard]] Retention retentionOf(const std::vector<AccountMrr> &accounts);

/// MRR per account that has any at the second day, in twelfths.
[[nodiscard]] std::optional<Rational> perAccount(const std::vector<AccountMrr> &accounts);

/// (new + expansion + reactivation) ÷ (contraction + churn), all as positive amounts.
[[nodiscard]] std::optional<Rational> quickRatio(std::int64_t gained, std::int64_t lost);

} // namespace tenantry::subscriptions
