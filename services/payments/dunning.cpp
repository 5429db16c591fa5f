// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payments/dunning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::payments {

namespace {

/// What a provider says where the customer has to act.
constexpr auto needsAction = "authentication_required"_L1;

Instant after(Instant from, int days) { return from + std::chrono::hours(24) * days; }

/// The next retry; it may lie in the past, when nobody was there to make it.
std::optional<Instant> nextRetry(const business::Dunning &policy, const OpenDebt &debt) {
  if (debt.failures.empty() || !debt.hasMethod)
    return std::nullopt;
  const auto &last = debt.failures.back();
  if (last.withMethodInForce && !isRetried(policy, last.declineCode))
    return std::nullopt;
  const Instant first = debt.failures.front().failedAt;
  auto days = policy.retryAfterDays;
  std::sort(days.begin(), days.end());
  for (const int each : days)
    if (after(first, each) > last.startedAt)
      return after(first, each);
  return std::nullopt;
}

/// Whether its time has come; where it has not, it is something to wait for.
bool isDue(Instant at, Instant now, DunningPlan &plan) {
  if (at <= now)
    return true;
  plan.next = plan.next ? std::min(*plan.next, at) : at;
  return false;
}

} // namespace

bool isRetried(const business::Dunning &policy, const QString &declineCode) {
  const auto &hard = policy.hard;
  return declineCode != needsAction &&
         std::find(hard.begin(), hard.end(), declineCode) == hard.end();
}

DunningPlan planDunning(const business::Dunning &policy, const OpenDebt &debt, Instant now) {
  DunningPlan plan;
  const bool wasTried = !debt.failures.empty();
  plan.isPastDue = wasTried;
  if (debt.isTryRunning)
    return plan;
  const Instant since = wasTried ? debt.issuedAt : debt.dueAt;
  plan.isPastDue = isDue(wasTried ? debt.failures.front().failedAt : debt.dueAt, now, plan);
  plan.isFinal = isDue(after(since, policy.finalAfterDays), now, plan);
  if (plan.isFinal)
    return plan;
  const auto retry = nextRetry(policy, debt);
  plan.retry = retry && isDue(*retry, now, plan);
  const Instant suspension = after(since, policy.suspendAfterDays);
  const bool failedPastIt = wasTried && debt.failures.back().failedAt >= suspension;
  plan.suspend = failedPastIt || (!retry && isDue(suspension, now, plan));
  return plan;
}

} // namespace tenantry::payments
