// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptions/contract.h"

#include "services/subscriptions/lifecycle_steps.h"

using namespace Qt::StringLiterals;

namespace tenantry::subscriptions {

namespace {

Failure atMetric(const QString &code, const QString &message, const QString &metric) {
  Error error{code, message};
  error.place.field = metric;
  return tl::unexpected(std::move(error));
}

} // namespace

Result<OwnLimits> limitsThen(OwnLimits limits, const WantedLimits &wanted,
                             const business::Business &business) {
  for (const auto &[metric, limit] : wanted) {
    if (!limit) {
      limits.erase(metric);
      continue;
    }
    if (!business.metrics.contains(metric))
      return atMetric(u"usage.metric_unknown"_s, u"The business has no metric “%1”."_s.arg(metric),
                      metric);
    if (*limit < business::unlimited)
      return atMetric(u"subscription.limit_invalid"_s,
                      u"A limit of %1 is not below zero; −1 is unlimited."_s.arg(metric), metric);
    limits[metric] = *limit;
  }
  return limits;
}

Result<Change> setLimits(Subscription subscription, const Surroundings &surroundings, Instant now,
                         const WantedLimits &wanted, const QString &reason) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  const auto &held = steps.state().ownLimits;
  TENANTRY_TRY(limits, limitsThen(held, wanted, surroundings.applied->business));
  if (limits == held)
    return fail(u"subscription.no_change"_s, u"The contract already has those limits."_s);
  steps.setLimits(std::move(limits), reason, now);
  return std::move(steps).finish(now);
}

} // namespace tenantry::subscriptions
