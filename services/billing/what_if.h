// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/core/period.h"
#include <functional>

/// What a change of prices, charges or limits would have come to on the book as it was used.
namespace tenantry::billing {

/// Minor units, with the tax that a price includes.
struct WhatIfAmounts {
  std::int64_t fees = 0;  ///< plan and seats, for the days that were billed in advance
  std::int64_t usage = 0; ///< of the parts that have ended
  /// At most zero: the coupons of the documents that it stands on, on what changes of them alone.
  std::int64_t discounts = 0;
  [[nodiscard]] std::int64_t total() const { return fees + usage + discounts; }
  bool operator==(const WhatIfAmounts &) const = default;
};

/// All customers of one plan in one currency.
struct WhatIfPlan {
  QString planId;
  Currency currency;
  WhatIfAmounts now;  ///< by the versions that they have
  WhatIfAmounts then; ///< by the new one
};

/// Over all plans that change, in one currency.
struct WhatIfCustomer {
  OrganizationId organization;
  QString name;
  Currency currency;
  std::int64_t now = 0;
  std::int64_t then = 0;
  [[nodiscard]] std::int64_t difference() const { return then - now; }
};

/// A live subscription that is within its limit now and would not be within the new one.
struct LimitPassed {
  OrganizationId organization;
  QString name;
  QString planId;
  QString metric;
  Rational used; ///< in the running period, whole units of the metric
  std::int64_t limitNow = business::unlimited;
  std::int64_t limitThen = 0;
  bool isHard = false; ///< further use would be refused
};

struct WhatIf {
  LocalDay from{}; ///< periods that began in [from, to), by each customer's own days
  LocalDay to{};
  std::vector<WhatIfPlan> plans;
  std::int64_t payMore = 0; ///< customers, counted once for each currency
  std::int64_t payLess = 0;
  std::int64_t paySame = 0;
  std::vector<WhatIfCustomer> customers; ///< whose amounts differ, the greatest difference first
  std::int64_t passing = 0;
  std::vector<LimitPassed> passed; ///< by organization and metric
};

/// Rates again what was sold and used in the last `months` (1 to 120) of the business's calendar,
/// as if every customer of a plan that changes had had its new version; a contract's own price and
/// limits stay, and what the new version does not sell keeps its price. Read only, by the rules
/// that invoices are made with. Of customers and limits at most `most` are listed. `goOn` is told
/// how many organizations are done; false: stop. Errors `what_if.months_invalid`,
/// `what_if.cancelled`.
[[nodiscard]] Result<WhatIf> whatIf(store::Session &session, const business::Applied &before,
                                    const business::Business &after, int months, int most = 20,
                                    const std::function<bool(std::int64_t done)> &goOn = {});

/// One line for each plan, customer and limit.
[[nodiscard]] QStringList toLines(const WhatIf &report);

} // namespace tenantry::billing
