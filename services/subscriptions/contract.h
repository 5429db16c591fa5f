// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/subscriptions/lifecycle.h"

/// What a contract grants one customer beside the plan (SUB-8): pure functions. Its price (see
/// alteration.h) and its limits are agreed when the subscription starts or later; both go with the
/// plan and interval that they were made for, and stay over renewals and other versions of that
/// plan.
namespace tenantry::subscriptions {

/// What is to become of limits, by metric in whole units: −1 is unlimited, none gives the plan's
/// back. A metric that is not named stays as it is.
using WantedLimits = std::map<QString, std::optional<std::int64_t>>;
constexpr std::int64_t highestLimit = 1'000'000'000'000'000; ///< a double counts so far, too

/// The limits that a contract grants afterwards. Errors `usage.metric_unknown`,
/// `subscription.limit_invalid`, each with the metric as its field.
[[nodiscard]] Result<OwnLimits> limitsThen(OwnLimits limits, const WantedLimits &wanted,
                                           const business::Business &business);

/// What the contract stood on when its limits were set: they are taken back from that alone.
struct LimitsAsSet {
  SubscriptionId subscription;
  QString planId;
  Interval interval = Interval::Month;
  OwnLimits limits{};
};

/// From now on, and for all that was used in the running period under the plan's version that it
/// has: included units follow the limits. Errors as of limitsThen(), `subscription.not_active`
/// (ended already), `subscription.no_change`; where they are to be what was set before, and the
/// plan, the interval or one of them is another by now, `subscription.limits_changed`.
[[nodiscard]] Result<Change> setLimits(Subscription subscription, const Surroundings &surroundings,
                                       Instant now, const WantedLimits &wanted,
                                       const QString &reason,
                                       const std::optional<LimitsAsSet> &asSet = {});

} // namespace tenantry::subscriptions
