// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/applied.h"
#include "services/core/id.h"
#include "services/core/json.h"
#include "services/core/period.h"
#include "services/subscriptions/items.h"
#include <map>
#include <optional>
#include <vector>

namespace tenantry::subscriptions {

enum class Status { Trialing, Active, PastDue, Suspended, Paused, Cancelled, Expired };
[[nodiscard]] QString toString(Status status);
[[nodiscard]] Result<Status> parseStatus(QStringView text); ///< error `subscription.status_unknown`
[[nodiscard]] bool hasEnded(Status status);
/// Active and past-due subscriptions renew and count as MRR; the others stand still.
[[nodiscard]] bool isRunning(Status status);

/// The reason of a subscription that is past due or suspended, and of its organization.
inline const QString paymentOverdue = QStringLiteral("payment-overdue");

/// What is to happen at the next boundary; a subscription has at most one (a later one replaces
/// it).
enum class ScheduledAction {
  None,
  Cancel,
  ChangePlan,
  ChangeSeats,
  ChangeAddon,
  ChangePrice,
  ChangeCurrency
};
[[nodiscard]] QString toString(ScheduledAction action); ///< empty for none
[[nodiscard]] ScheduledAction parseAction(QStringView text);

struct Scheduled {
  ScheduledAction action = ScheduledAction::None;
  nlohmann::json detail; ///< of a change what it changes of {plan_id, plan_version_id, interval,
                         ///< seats, price, addon, addons, currency}
  bool operator==(const Scheduled &) const = default;
};
/// Of one in that currency, once what is scheduled is done.
[[nodiscard]] Currency currencyThen(const Scheduled &scheduled, Currency now);

/// Limits that a contract grants instead of the plan's (SUB-8), by metric in whole units; −1 is
/// unlimited.
using OwnLimits = std::map<QString, std::int64_t>;
[[nodiscard]] nlohmann::json toJson(const OwnLimits &limits); ///< null where there are none
[[nodiscard]] OwnLimits limitsFromJson(const nlohmann::json &json);

/// A coupon that discounts the invoices of the periods [fromIndex, toIndex).
struct Redemption {
  business::Coupon coupon;
  int fromIndex = 0;
  std::optional<int> toIndex; ///< none: for ever
  [[nodiscard]] bool holdsFor(int index) const {
    return fromIndex <= index && (!toIndex || index < *toIndex);
  }
  /// An amount takes nothing off what is in another currency.
  [[nodiscard]] bool isOf(Currency currency) const {
    return !coupon.amount || coupon.amount->currency() == currency;
  }
};

/// One subscription as it stands. Days are local to the organization; the period of anchorIndex
/// (0, until the interval changes) begins at the anchor, a trial is period −1.
struct Subscription {
  OrganizationId organization;
  SubscriptionId id;
  QString planId;
  PlanVersionId planVersion;
  Status status = Status::Active;
  QString statusReason;
  Interval interval = Interval::Month;
  Currency currency;
  int seats = 1;
  std::optional<std::int64_t>
      priceOverride; ///< minor units per interval instead of the plan's fee (SUB-8)
  OwnLimits ownLimits;
  Items items;
  LocalDay anchor{};
  std::chrono::microseconds anchorTime{
      0};              ///< time of day of the boundaries; 0 unless proration is by the second
  int anchorIndex = 0; ///< the period that begins at the anchor: each period has a number once
  int periodIndex = 0;
  DayRange period;
  InstantRange periodAt;
  std::optional<LocalDay> trialEnd;
  std::optional<Instant> trialEndAt;
  bool trialReminded = false;
  bool autoRenew = true;
  std::optional<int> expiryToldFor; ///< the period of whose end without renewal it was told
  std::optional<int> restIndex;     ///< the period that it came back in after standing still
  Scheduled scheduled;
  std::optional<int>
      invoiceIndex; ///< the boundary whose invoice comes next, after the end if anything is late
  std::optional<Instant> invoiceAt; ///< when it is to be issued; none when none is to come
  std::optional<Instant> dueAt;     ///< when the worker must look next
  std::int64_t mrrTwelfths = 0;
  Instant startedAt{};
  std::optional<Instant> endedAt;
  std::int64_t revision = 1;
  std::vector<Redemption> redemptions; ///< in order of redemption
};

/// Whether the coupon still takes something off a recurring invoice that is to come.
[[nodiscard]] bool isAhead(const Redemption &redemption, const Subscription &subscription);

/// How long before its trial ends an organization is reminded (SUB-4).
inline constexpr std::chrono::days trialReminderBefore{3};

/// How long before one that does not renew by itself ends an organization is reminded: who pays a
/// year in advance decides with others, and needs longer.
[[nodiscard]] constexpr std::chrono::days expiryReminderBefore(Interval interval) {
  return std::chrono::days(interval == Interval::Year ? 30 : 7);
}

/// A stretch of one subscription under one plan version: where usage is counted (USE-2).
struct UsagePart {
  OrganizationId organization;
  SubscriptionId subscription;
  PlanVersionId planVersion;
  InstantRange at;
  Instant periodFrom{}; ///< the billing period it belongs to
  DayRange days;
  bool billable = true;               ///< false while trialing
  OwnLimits ownLimits{};              ///< of contract and add-ons, instead of the plan version's
  std::optional<Currency> currency{}; ///< it is charged in; none: the subscription's
};

struct MrrMovement {
  OrganizationId organization;
  SubscriptionId subscription;
  Currency currency;
  std::int64_t beforeTwelfths = 0;
  std::int64_t afterTwelfths = 0;
  Instant at{};
};

} // namespace tenantry::subscriptions
