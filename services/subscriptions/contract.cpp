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

QString limitIn(const OwnLimits &limits, const QString &metric) {
  const auto found = limits.find(metric);
  if (found == limits.end())
    return u"the plan's"_s;
  return found->second < 0 ? u"unlimited"_s : QString::number(found->second);
}

/// Limits go with the plan and interval that they were made for, and others may have been agreed.
Result<> checkAsSet(const Subscription &now, const LimitsAsSet &then, const WantedLimits &wanted) {
  QStringList others;
  const auto differs = [&others](const QString &what, const QString &was, const QString &is) {
    if (was != is)
      others += u"%1 is %2 instead of %3"_s.arg(what, is, was);
  };
  if (now.id != then.subscription)
    others += u"it is another subscription"_s;
  differs(u"the plan"_s, then.planId, now.planId);
  differs(u"the interval"_s, tenantry::toString(then.interval), tenantry::toString(now.interval));
  if (others.isEmpty()) // they went with the plan
    for (const auto &[metric, limit] : wanted)
      differs(u"the limit of %1"_s.arg(metric), limitIn(then.limits, metric),
              limitIn(now.ownLimits, metric));
  if (others.isEmpty())
    return {};
  return fail(u"subscription.limits_changed"_s,
              u"It cannot be undone, because of what changed since: %1. Set the limits anew."_s.arg(
                  others.join(u", "_s)));
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
    if (*limit > highestLimit)
      return atMetric(
          u"subscription.limit_invalid"_s,
          u"A limit of %1 is at most %2; −1 is unlimited."_s.arg(metric).arg(highestLimit), metric);
    limits[metric] = *limit;
  }
  return limits;
}

Result<Change> setLimits(Subscription subscription, const Surroundings &surroundings, Instant now,
                         const WantedLimits &wanted, const QString &reason,
                         const std::optional<LimitsAsSet> &asSet) {
  Steps steps(std::move(subscription), surroundings);
  while (steps.takeNext(now, Advance::PeriodsOnly)) {
  }
  if (hasEnded(steps.status()))
    return fail(u"subscription.not_active"_s, u"The subscription has already ended."_s);
  if (asSet)
    TENANTRY_CHECK(checkAsSet(steps.state(), *asSet, wanted));
  const auto &held = steps.state().ownLimits;
  TENANTRY_TRY(limits, limitsThen(held, wanted, surroundings.applied->business));
  if (limits == held)
    return fail(u"subscription.no_change"_s, u"The contract already has those limits."_s);
  steps.setLimits(std::move(limits), reason, now);
  return std::move(steps).finish(now);
}

} // namespace tenantry::subscriptions
