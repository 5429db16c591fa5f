// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// What a provider says where the customer has to act.
constexpr auto needsAction = "authentication_required"_L1;

Instant after(Instant from, int days) { return from + std::chrono::hours(24) * days; }

/// The next retry; it may lie in the past, when nobody was there to make it.
std::optional<Instant> nextRetry(const business::Dunning &policy, const OpenDebt &debt,
                                 Instant mayFrom) {
  if (debt.failures.empty() || !debt.hasMethod)
    return std::nullopt;
  const auto &last = debt.failures.back();
  if (last.withMethodInForce && !isRetried(policy, last.declineCode))
    return std::nullopt;
  const Instant first = debt.failures.front().failedAt;
  auto days = policy.retryAfterDays;
  std::sort(days.begin(), days.end());
  for (const int each : days)
    if (after(first, each) > last.startedAt && after(first, each) >= mayFrom)
      return after(first, each);
  return std::nullopt;
}

/// Whether its time has come; where it has not, it is something to wait for.
bool isDue(DunningAct act, Instant at, Instant now, DunningPlan &plan) {
  if (at <= now)
    return true;
  if (!plan.next || at < *plan.next) {
    plan.next = at;
    plan.act = act;
  }
  return false;
}

/// Without extensions.
DunningPlan planByPolicy(const business::Dunning &policy, const OpenDebt &debt, Instant mayFrom,
                         Instant now) {
  DunningPlan plan;
  const bool wasTried = !debt.failures.empty();
  const Instant since = wasTried ? debt.issuedAt : debt.dueAt;
  plan.isPastDue =
      isDue(DunningAct::PastDue, wasTried ? debt.failures.front().failedAt : debt.dueAt, now, plan);
  plan.isFinal = isDue(DunningAct::Finish, after(since, policy.finalAfterDays), now, plan);
  if (plan.isFinal)
    return plan;
  const auto retry = nextRetry(policy, debt, mayFrom);
  plan.retry = retry && isDue(DunningAct::Retry, *retry, now, plan);
  const Instant suspension = after(since, policy.suspendAfterDays);
  const bool failedPastIt = wasTried && debt.failures.back().failedAt >= suspension;
  plan.suspend = failedPastIt || (!retry && isDue(DunningAct::Suspend, suspension, now, plan));
  return plan;
}

OpenDebt counted(OpenDebt debt, const CountedTime &time) {
  debt.issuedAt = time.counted(debt.issuedAt);
  debt.dueAt = time.counted(debt.dueAt);
  for (auto &failure : debt.failures) {
    failure.startedAt = time.counted(failure.startedAt);
    failure.failedAt = time.counted(failure.failedAt);
  }
  return debt;
}

/// What a provider cannot charge as it is, whatever the policy says: the same would come back.
const QSet<QString> unchargeable{u"amount_too_small"_s, u"amount_too_large"_s,
                                 u"amount_not_chargeable"_s, u"resource_missing"_s};

} // namespace

std::optional<Instant> mayTryFrom(const business::Dunning &policy,
                                  const std::vector<Instant> &alike) {
  const auto most = static_cast<std::size_t>(policy.mostTriesIn30Days);
  return alike.size() < most ? std::nullopt
                             : std::optional(alike[alike.size() - most] + triesCountFor);
}

bool needsCustomer(const QString &declineCode) { return declineCode == needsAction; }

bool isRetried(const business::Dunning &policy, const QString &declineCode) {
  const auto &hard = policy.hard;
  return !needsCustomer(declineCode) && !unchargeable.contains(declineCode) &&
         std::find(hard.begin(), hard.end(), declineCode) == hard.end();
}

DunningPlan planDunning(const business::Dunning &policy, const OpenDebt &debt, Instant now) {
  if (debt.isTryRunning)
    return {.isPastDue = !debt.failures.empty()};
  const Instant mayFrom = mayTryFrom(policy, debt.alike).value_or(Instant::min());
  if (debt.extensions.empty())
    return planByPolicy(policy, debt, mayFrom, now);
  const CountedTime time(debt.extensions);
  auto plan = planByPolicy(policy, counted(debt, time), time.counted(mayFrom), time.counted(now));
  if (const auto until = time.waitsUntil(now))
    return {.isPastDue = plan.isPastDue, .next = until, .act = DunningAct::Resume};
  if (plan.next)
    plan.next = time.real(*plan.next);
  return plan;
}

} // namespace tenantry::payments
