// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/billing/upgrade_suggestion.h"

#include "services/billing/usage_rating.h"
#include "services/subscriptions/alteration.h"
#include "services/subscriptions/lifecycle.h"
#include "services/usage/forecast.h"
#include "services/usage/history.h"
#include "services/usage/service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::billing {

namespace {

constexpr int periodsLookedAt = 3;

/// A limit in whole units; none: unlimited.
using MaybeLimit = std::optional<std::int64_t>;

MaybeLimit limitIn(const business::Plan &plan, const subscriptions::OwnLimits &own,
                   const QString &metric) {
  const auto granted = own.find(metric);
  const auto planned = plan.limits.find(metric);
  const auto limit = granted != own.end()           ? granted->second
                     : planned != plan.limits.end() ? planned->second
                                                    : business::unlimited;
  return limit == business::unlimited ? std::nullopt : MaybeLimit(limit);
}

class UpgradeSearch {
public:
  UpgradeSearch(const business::Applied &applied, const subscriptions::Subscription &subscription,
                const std::vector<usage::Quota> &quotas, std::vector<usage::PeriodUsage> periods,
                Instant now)
      : m_applied(applied), m_subscription(subscription), m_quotas(quotas),
        m_periods(std::move(periods)), m_now(now),
        m_held(applied.planVersion(subscription.planVersion).plan) {}

  UpgradeSuggestion search() {
    UpgradeSuggestion found;
    found.currency = m_subscription.currency;
    found.interval = m_subscription.interval;
    found.seats = m_subscription.seats;
    for (const auto &quota : m_quotas)
      if (quota.isLimited() && quota.used > 0 && quota.used >= *quota.limit) {
        found.exceeded.push_back(quota.metric);
        found.letsThemGoOn = found.letsThemGoOn || quota.hard;
      }
    found.verdict = UpgradeVerdict::WithinLimits;
    if (found.exceeded.empty() || m_periods.empty())
      return found;
    expectTheRest();
    found.periods = static_cast<int>(m_periods.size());
    found.periodFrom = m_periods.back().from;
    found.now = costOf(m_subscription.planVersion);
    for (const auto &[id, version] : m_applied.current)
      if (const auto &plan = m_applied.planVersion(version).plan;
          version != m_subscription.planVersion && isSoldToThem(plan) &&
          isHigher(plan, found.exceeded) && hasRoom(plan))
        if (auto cost = costOf(version); !found.best || cost.total() < found.best->total())
          found.best = std::move(cost);
    if (found.best && !found.letsThemGoOn && found.best->total() >= found.now.total())
      found.best.reset();
    found.verdict = found.best ? UpgradeVerdict::Suggested : UpgradeVerdict::NothingBetter;
    if (found.best)
      found.limits = limitsOf(m_applied.planVersion(found.best->version).plan);
    return found;
  }

private:
  /// Of the contract and of what is sold beside the plan: add-ons stay with another, the contract
  /// does not.
  [[nodiscard]] subscriptions::OwnLimits besidePlan(const business::Plan &plan, bool isHeld) const {
    return subscriptions::limitsBesidePlan(
        plan, isHeld ? m_subscription.ownLimits : subscriptions::OwnLimits{}, m_subscription.items);
  }

  [[nodiscard]] MaybeLimit limitBy(const business::Plan &plan, bool isHeld,
                                   const QString &metric) const {
    return limitIn(plan, besidePlan(plan, isHeld), metric);
  }

  /// What a hard limit refuses is used by nobody.
  void expectTheRest() {
    for (const auto &quota : m_quotas) {
      const auto metric = m_applied.business.metrics.find(quota.metric);
      if (metric == m_applied.business.metrics.end())
        continue;
      auto expected =
          usage::expectedAtEnd(quota, metric->second.aggregation, m_periods.back(), m_now);
      if (quota.hard && quota.isLimited())
        expected = std::min(expected, std::max(quota.used, *quota.limit));
      m_periods.back().used[quota.metric] = expected;
    }
  }

  [[nodiscard]] subscriptions::RecurringPrice priceOf(const business::Plan &plan,
                                                      bool isHeld) const {
    return subscriptions::recurringPrice(plan, m_subscription.currency, m_subscription.interval,
                                         isHeld ? m_subscription.priceOverride
                                                : std::optional<std::int64_t>());
  }

  [[nodiscard]] bool isSoldToThem(const business::Plan &plan) const {
    const auto price = priceOf(plan, false);
    return price.plan || price.perSeat;
  }

  [[nodiscard]] bool isHigher(const business::Plan &plan,
                              const std::vector<QString> &exceeded) const {
    return std::ranges::all_of(exceeded, [&](const QString &metric) {
      const auto now = limitBy(m_held, true, metric);
      const auto then = limitBy(plan, false, metric);
      return !then || (now && *then > *now);
    });
  }

  /// Nothing that they use would be refused.
  [[nodiscard]] bool hasRoom(const business::Plan &plan) const {
    return std::ranges::all_of(m_quotas, [&](const usage::Quota &quota) {
      const auto then = limitBy(plan, false, quota.metric);
      if (!quota.hard || !then)
        return true;
      Rational room = *then;
      for (int i = 0; i < m_applied.business.metrics.at(quota.metric).decimals; ++i)
        room *= 10;
      return Rational(m_periods.back().used.at(quota.metric)) <= room;
    });
  }

  /// Each period as if all of it had been under that version.
  [[nodiscard]] PlanCost costOf(const PlanVersionId &version) const {
    const auto &plan = m_applied.planVersion(version).plan;
    const bool isHeld = version == m_subscription.planVersion;
    const auto price = priceOf(plan, isHeld);
    const auto fee = subscriptions::recurringSum(price, m_subscription.seats, m_subscription.items,
                                                 m_subscription.currency, m_subscription.interval);
    PlanCost cost{plan.id, version};
    for (const auto &period : m_periods) {
      cost.fees = checkedAdd(cost.fees, fee);
      cost.usage = checkedAdd(cost.usage, chargedIn(period, version, isHeld));
    }
    return cost;
  }

  [[nodiscard]] std::int64_t chargedIn(const usage::PeriodUsage &period,
                                       const PlanVersionId &version, bool isHeld) const {
    subscriptions::InvoiceOrder order;
    order.organization = m_subscription.organization;
    order.subscription = m_subscription.id;
    order.currency = m_subscription.currency;
    order.closes = m_now;
    PartUsage usage;
    usage.part.organization = m_subscription.organization;
    usage.part.subscription = m_subscription.id;
    usage.part.planVersion = version;
    usage.part.at = {period.from, m_now};
    usage.part.periodFrom = period.from;
    usage.part.days = period.days;
    usage.part.ownLimits = besidePlan(m_applied.planVersion(version).plan, isHeld);
    for (const auto &[metric, used] : period.used)
      usage.totals[metric].quantity = used;
    std::vector<PartUsage> open{usage}, late;
    std::map<QString, std::int64_t> carried;
    std::int64_t sum = 0;
    for (const auto &line : rateUsage(order, m_applied, open, late, carried).lines)
      sum = checkedAdd(sum, line.rated.amount);
    return sum;
  }

  [[nodiscard]] std::vector<LimitThen> limitsOf(const business::Plan &plan) const {
    std::vector<LimitThen> limits;
    for (const auto &quota : m_quotas)
      if (quota.limit || plan.limits.contains(quota.metric))
        limits.push_back({quota.metric, limitBy(m_held, true, quota.metric),
                          limitBy(plan, false, quota.metric)});
    return limits;
  }

  const business::Applied &m_applied;
  const subscriptions::Subscription &m_subscription;
  const std::vector<usage::Quota> &m_quotas;
  std::vector<usage::PeriodUsage> m_periods; ///< oldest first
  Instant m_now;
  const business::Plan &m_held;
};

} // namespace

QString toString(UpgradeVerdict verdict) {
  switch (verdict) {
  case UpgradeVerdict::Suggested:
    return u"suggested"_s;
  case UpgradeVerdict::NothingBetter:
    return u"nothing_better"_s;
  case UpgradeVerdict::WithinLimits:
    return u"within_limits"_s;
  case UpgradeVerdict::ChangeWaits:
    return u"change_waits"_s;
  case UpgradeVerdict::NotRunning:
    break;
  }
  return u"not_running"_s;
}

std::int64_t UpgradeSuggestion::aMonth(const PlanCost &cost) const {
  const int months = periods * (interval == Interval::Year ? 12 : 1);
  return months == 0 ? 0 : roundHalfAwayFromZero(Rational(cost.total()) / months);
}

Result<UpgradeSuggestion> suggestUpgrade(store::Session &session,
                                         business::AppliedBusiness &business,
                                         const OrganizationId &organization) {
  using subscriptions::ScheduledAction;
  using subscriptions::Status;
  auto latest = subscriptions::SubscriptionService(session, business).latest(organization);
  if (!latest && latest.error().code == "subscription.not_found"_L1)
    return UpgradeSuggestion{};
  TENANTRY_TRY(subscription, std::move(latest));
  if (!subscriptions::isRunning(subscription.status) && subscription.status != Status::Trialing)
    return UpgradeSuggestion{};
  const auto &waits = subscription.scheduled;
  const auto to = subscriptions::alterationOf(waits);
  // The home says the same of what was suggested before (`attention_upgrade_suggested`).
  if (waits.action == ScheduledAction::Cancel || !subscription.autoRenew || to.planVersion ||
      to.interval || to.currency || to.item || !to.resold.empty()) {
    UpgradeSuggestion waiting;
    waiting.verdict = UpgradeVerdict::ChangeWaits;
    return waiting;
  }
  TENANTRY_TRY(applied, business.current(session));
  TENANTRY_TRY(quotas, usage::UsageService(session, business).quotas(organization));
  TENANTRY_TRY(periods,
               usage::history(session, organization, applied->business.metrics, periodsLookedAt));
  return UpgradeSearch(*applied, subscription, quotas, std::move(periods), session.clock.now())
      .search();
}

} // namespace tenantry::billing
