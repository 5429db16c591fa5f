// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/subscriptions/values.h"

/// Which plan would suit a customer whose limit is used up (USE-3).
namespace tenantry::billing {

/// What a plan comes to over all periods that were looked at: minor units, before discounts and
/// tax.
struct PlanCost {
  QString planId;
  PlanVersionId version;
  std::int64_t fees = 0;  ///< plan and seats
  std::int64_t usage = 0; ///< what is charged of what was used
  [[nodiscard]] std::int64_t total() const { return fees + usage; }
};

/// A limit in whole units of the metric; none: unlimited.
struct LimitThen {
  QString metric;
  std::optional<std::int64_t> now;
  std::optional<std::int64_t> then;
};

enum class UpgradeVerdict {
  Suggested,
  NothingBetter, ///< no higher plan on sale costs less, nor lets them go on
  WithinLimits,  ///< no limit is used up
  ChangeWaits,   ///< another plan, or the end, comes with the period's end
  NotRunning     ///< no subscription, or one that stands still
};
[[nodiscard]] QString toString(UpgradeVerdict verdict); ///< "suggested", "nothing_better"

struct UpgradeSuggestion {
  UpgradeVerdict verdict = UpgradeVerdict::NotRunning;
  std::vector<QString> exceeded; ///< metrics whose limit is used up in the running period
  Currency currency;
  Interval interval = Interval::Month;
  int seats = 1;
  int periods = 0; ///< the running one, as it is expected to end, and those before it
  Instant periodFrom{};
  PlanCost now;                    ///< with the contract's own price and limits
  std::optional<PlanCost> best;    ///< what is suggested
  std::vector<LimitThen> limits{}; ///< that it has, by metric
  bool letsThemGoOn = false;       ///< a hard limit is used up: it costs what it costs

  /// Of the average month.
  [[nodiscard]] std::int64_t aMonth(const PlanCost &cost) const;
  /// Below zero: it costs less.
  [[nodiscard]] std::int64_t differenceAMonth() const { return aMonth(*best) - aMonth(now); }
};

/// Of the plans that are on sale in the subscription's currency and interval and whose limits are
/// higher where they are used up, that which costs least for what was used in the running period
/// and the two before it, by the rules that invoices are made with. It is suggested where that is
/// less than now, or a hard limit lets nobody go on. Nothing is written.
[[nodiscard]] Result<UpgradeSuggestion> suggestUpgrade(store::Session &session,
                                                       business::AppliedBusiness &business,
                                                       const OrganizationId &organization);

} // namespace tenantry::billing
